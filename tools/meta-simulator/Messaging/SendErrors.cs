using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.Messaging;

internal static class SendErrors
{
    public static GraphError OutsideWindow() => new(10, 2534022, "(#10) This message is sent outside of allowed window.");

    public static GraphError NoMatchingUser() => new(100, 2534014, "(#100) No matching user found");

    public static GraphError InvalidData(string message) => new(100, 2534015, "(#100) " + message);

    public static GraphError CommentInvalid() => new(100, 2534025, "(#100) The comment is invalid for a private reply");

    public static GraphError MessageAndAction() => new(100, 2018014, "(#100) message and sender_action cannot go together");
}
