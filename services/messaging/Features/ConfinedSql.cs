using Npgsql;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features;

/// <summary>Keeps a statement within the accounts of a confined caller; for all others it stays the same, prepared one.</summary>
internal static class ConfinedSql
{
    /// <summary>Appends the condition as the next parameter. <paramref name="column"/> is never input.</summary>
    public static string Within(this string sql, AccountScope accounts, NpgsqlParameterCollection parameters, string column = "account_id")
    {
        if (accounts.All) return sql;
        parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. accounts.Ids] });
        return $"{sql} AND {column} = ANY(${parameters.Count})";
    }
}
