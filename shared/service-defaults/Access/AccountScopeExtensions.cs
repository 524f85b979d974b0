using System.Linq.Expressions;
using System.Reflection;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Keeps queries within the client accounts that a caller may see.</summary>
public static class AccountScopeExtensions
{
    private static readonly MethodInfo Contains = typeof(Enumerable).GetMethods()
        .Single(method => method.Name == nameof(Enumerable.Contains) && method.GetParameters().Length == 2).MakeGenericMethod(typeof(Guid));

    /// <summary>The rows of the caller's accounts. For callers who see all the query stays as it is, and so does its plan.</summary>
    /// <param name="rows">Rows of the workspace.</param>
    /// <param name="scope">The caller's accounts.</param>
    /// <param name="account">The account of a row.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, AccountScope scope, Expression<Func<T, Guid>> account)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(account);
        if (scope.All)
        {
            return rows;
        }

        // A member of an object, not a constant: the ids become a parameter of one and the same statement.
        var ids = Expression.Property(Expression.Constant(scope), nameof(AccountScope.Ids));
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(Contains, ids, account.Body), account.Parameters));
    }
}
