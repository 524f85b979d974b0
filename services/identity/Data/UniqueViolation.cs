using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SocialSelling.Identity.Data;

internal static class UniqueViolation
{
    public static bool IsViolationOf(this DbUpdateException exception, string index) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres && postgres.ConstraintName == index;
}
