using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Accounts;

/// <summary>Fields an account can be subscribed to with Instagram Login, each with the scope it needs.</summary>
internal static class WebhookFields
{
    public const string Messages = "messages";
    public const string Echoes = "message_echoes";

    private static readonly Dictionary<string, string> Needs = new(StringComparer.Ordinal)
    {
        [Messages] = Scopes.Messages,
        [Echoes] = Scopes.Messages,
        ["message_reactions"] = Scopes.Messages,
        ["message_edit"] = Scopes.Messages,
        ["messaging_postbacks"] = Scopes.Messages,
        ["messaging_referral"] = Scopes.Messages,
        ["messaging_seen"] = Scopes.Messages,
        ["messaging_handover"] = Scopes.Messages,
        ["messaging_optins"] = Scopes.Messages,
        ["standby"] = Scopes.Messages,
        ["comments"] = Scopes.Comments,
        ["live_comments"] = Scopes.Comments,
    };

    public static IEnumerable<string> Names => Needs.Keys;

    public static string? ScopeOf(string field) => Needs.GetValueOrDefault(field);
}
