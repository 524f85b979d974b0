namespace SocialSelling.Instagram.Domain.Sending;

/// <summary>Meta's send errors, mapped. A message is repeated only where it is certain that nothing was sent.</summary>
internal static class SendErrorTable
{
    private static readonly Verdict OutsideWindow = Final("MSG_004", "More than 24 hours have passed since the customer's last message: Instagram delivers no answer any more.");
    private static readonly Verdict CannotReceive = Final("MSG_005", "This person cannot receive messages from you now.");
    private static readonly Verdict InvalidMessage = Final("MSG_002", "Instagram did not accept the message.");
    private static readonly Verdict AccessDisabled = Final("MSG_002", "Message access is switched off in the Instagram app: Settings, Messages, Connected tools. Switch it on, then try again.");
    private static readonly Verdict MissingPermission = Final("MSG_002", "The permission to send messages is missing. Reconnect the account with all permissions ticked.");
    private static readonly Verdict ThreadTaken = new(VerdictKind.Retry, "MSG_002", "Another app holds this conversation at the moment.");
    private static readonly Verdict Uncertain = new(VerdictKind.Unknown, "MSG_002", "Instagram did not say whether the message was sent. Look into the conversation before you send it again.");

    public static Verdict Unknown => Uncertain;

    public static Verdict Decide(Refusal refusal) => (refusal.Code, refusal.Subcode) switch
    {
        (613, 2018338) => Final("MSG_002", "Instagram judged the tagged messages of this account abusive."),
        (10, 2534022 or 2018278 or 2018065) => OutsideWindow,
        (10, 2018108) or (551, _) or (200, 1545041) => CannotReceive,
        (10, 1893063) => Verdicts.Restricted,
        (10, 2534077) or (100, 2534013) => Verdicts.Reconnect,
        (100, 2018001 or 2534014) or (10903, _) or (2534001, _) or (36103, _) or (9000001, _) => CannotReceive,
        (200, 2534041) => AccessDisabled,
        (2018300, _) or (2018321, _) or (100, 2534037) => ThreadTaken,
        _ => Verdicts.Common(refusal) ?? Rest(refusal),
    };

    private static Verdict Rest(Refusal refusal) => refusal switch
    {
        { Status: >= 500 } or { Code: 1 or 2 } or { IsTransient: true } => Uncertain,
        { Code: 3 or 10 or (>= 200 and <= 299) } => MissingPermission,
        { Code: > 0 } => InvalidMessage,
        _ => Uncertain,
    };

    private static Verdict Final(string code, string reason) => new(VerdictKind.Final, code, reason);
}
