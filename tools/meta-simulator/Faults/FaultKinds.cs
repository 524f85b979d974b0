namespace SocialSelling.MetaSimulator.Faults;

internal static class FaultKinds
{
    public const string Error = "error";
    public const string ErrorAfter = "error_after";
    public const string TimeoutBefore = "timeout_before";
    public const string TimeoutAfter = "timeout_after";
    public const string Reset = "reset";
    public const string LostResponse = "lost_response";
    public const string Html = "html";
    public const string InvalidJson = "invalid_json";
    public const string SlowBody = "slow_body";
    public const string EmptyData = "empty_data";
    public const string ContainerError = "container_error";
    public const string ContainerStuck = "container_stuck";
    public const string WebhookDuplicate = "webhook_duplicate";
    public const string WebhookHold = "webhook_hold";
    public const string WebhookReorder = "webhook_reorder";
    public const string WebhookBadSignature = "webhook_bad_signature";
    public const string WebhookNoSignature = "webhook_no_signature";

    public static readonly IReadOnlyList<string> OfCalls =
        [Error, ErrorAfter, TimeoutBefore, TimeoutAfter, Reset, LostResponse, Html, InvalidJson, SlowBody, EmptyData];

    public static readonly IReadOnlyList<string> OfContainers = [ContainerError, ContainerStuck];

    public static readonly IReadOnlyList<string> OfWebhooks =
        [WebhookDuplicate, WebhookHold, WebhookReorder, WebhookBadSignature, WebhookNoSignature];

    public static IEnumerable<string> All => OfCalls.Concat(OfContainers).Concat(OfWebhooks);
}
