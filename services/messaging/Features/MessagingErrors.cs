using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Messaging.Features;

/// <summary>The error answers of messaging.</summary>
internal static class MessagingErrors
{
    public static ProblemHttpResult MessageNotFound() => Problems.NotFound("MSG_001", "Message not found.");

    public static ProblemHttpResult ConversationNotFound() => Problems.NotFound("CONV_001", "Conversation not found.");

    public static ProblemHttpResult ContactNotFound() => Problems.NotFound("CONTACT_001", "Contact not found.");

    public static ProblemHttpResult WindowClosed() => Problems.Unprocessable(
        "MSG_004", "The customer's last message is more than 24 hours old; Instagram lets you answer again once the customer writes.");

    public static ProblemHttpResult AccountNotConnected() => Problems.BadRequest("IG_003", "The Instagram account of this conversation is not connected.");
}
