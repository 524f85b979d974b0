using System.Text;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Tests.Support;

namespace SocialSelling.Instagram.Tests.Webhooks;

public sealed class WebhookParserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parse_AnyDamagedBody_NeverThrows()
    {
        var random = new Random(20261120);
        var sound = Encoding.UTF8.GetBytes(Webhook.Body(
            Webhook.Entry("17841400000000001", Webhook.Message("m1", "one \\u00e9 \\ud83d\\ude00"), Webhook.Message("m2", "two")),
            """{"id":"1","time":1795000100,"changes":[{"field":"comments","value":{"id":"18001"}}]}"""));
        for (var i = 0; i < 20_000; i++)
        {
            var body = (byte[])sound.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            WebhookParser.Parse(body.AsMemory(0, random.Next(1, body.Length + 1)), Now);
        }
    }

    [Theory]
    [InlineData("1795000000001", 1795000000001)]
    [InlineData("\"1795000000001\"", 1795000000001)]
    [InlineData("1795000000", 1795000000000)]
    [InlineData("99999999999999999", 1795000000123)]
    [InlineData("null", 1795000000123)]
    public void Parse_EveryKindOfTimestamp_GivesASensibleTime(string timestamp, long expected)
    {
        var parsed = Parse($$$"""{"sender":{"id":"5"},"timestamp":{{{timestamp}}},"message":{"mid":"m","text":"t"}}""");

        Assert.Equal(expected, Assert.Single(parsed.Messages).SentAt.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Parse_IdsAsNumbers_KeepEveryDigit()
    {
        var parsed = Parse("""{"sender":{"id":17841400000000001},"message":{"mid":"m","text":"t"}}""");

        Assert.Equal("17841400000000001", Assert.Single(parsed.Messages).ContactId);
    }

    [Theory]
    [InlineData("""{"sender":{"id":"5"},"message":{"mid":"m","is_deleted":true}}""", "message_deleted")]
    [InlineData("""{"sender":{"id":"5"},"recipient":{"id":"5"},"message":{"mid":"m","is_echo":true,"is_self":true}}""", "message_to_self")]
    [InlineData("""{"sender":{"id":"5"},"reaction":{"mid":"m","action":"react"}}""", "reaction")]
    [InlineData("""{"sender":{"id":"5"},"read":{"mid":"m"}}""", "read")]
    [InlineData("""{"sender":{"id":"5"},"brand_new":{}}""", "unknown_event")]
    [InlineData("""{"message":{"mid":"m"}}""", "malformed_message")]
    public void Parse_WhatIsNoTextMessage_IsLeftAsideWithItsReason(string messaging, string reason)
    {
        var parsed = Parse(messaging);

        Assert.Empty(parsed.Messages);
        Assert.Equal(reason, parsed.Reason);
    }

    [Fact]
    public void Parse_AttachmentWithoutText_IsAMessageWithoutText()
    {
        var parsed = Parse("""{"sender":{"id":"5"},"message":{"mid":"m","attachments":[{"type":"image","payload":{"url":"https://x"}}]}}""");

        Assert.Null(Assert.Single(parsed.Messages).Text);
    }

    private static ParsedDelivery Parse(string messaging) =>
        WebhookParser.Parse(Encoding.UTF8.GetBytes(Webhook.Body(Webhook.Entry("17841400000000001", messaging))), Now)!;
}
