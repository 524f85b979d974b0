using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SocialSelling.Instagram.Workers;

/// <summary>Tells a failing database from a defect of ours: a worker waits for the one and must not hide the other.</summary>
internal static class DatabaseFault
{
    public static bool Is(Exception e) =>
        e is NpgsqlException or TimeoutException or DbUpdateException || (e is InvalidOperationException && e.InnerException is NpgsqlException);
}
