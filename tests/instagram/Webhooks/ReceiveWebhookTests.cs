using System.Net;
using System.Text;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Tests.Support;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Webhooks;

public sealed class ReceiveWebhookTests(InstagramFactory factory)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wrong-secret")]
    [InlineData(null)]
    public async Task Post_WrongOrMissingSignature_Answers401AndStoresNothing(string? secret)
    {
        var mid = Webhook.NewMid();

        using var response = await factory.PostAsync(Webhook.Body(Webhook.Entry("1", Webhook.Message(mid, "hi"))), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await factory.FindAsync(mid));
    }

    [Fact]
    public async Task Post_SignedWithTheOtherSecret_IsStored()
    {
        var mid = Webhook.NewMid();

        using var response = await factory.PostAsync(Webhook.Body(Webhook.Entry("0", Webhook.Message(mid, "hi"))), "the-other-secret");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(await factory.FindAsync(mid));
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("[1,2]")]
    [InlineData("{\"object\":\"instagram\"}")]
    public async Task Post_SignedButUnparsable_Answers200AndIsStoredAsSuch(string start)
    {
        var mark = Webhook.NewMid();

        using var response = await factory.PostAsync($"{start} {mark}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(await factory.InStateAsync(mark, DeliveryState.Unparsable));
    }

    [Fact]
    public async Task Post_BodyOverFourMegabytes_Answers413AndStoresNothing()
    {
        var before = await factory.CountAsync();

        using var response = await factory.PostAsync(new byte[(4 * 1024 * 1024) + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(before, await factory.CountAsync());
    }

    [Fact]
    public async Task Post_LargestBody_IsStored()
    {
        var mid = Webhook.NewMid();
        var body = Encoding.UTF8.GetBytes(Webhook.Body(Webhook.Entry("0", Webhook.Message(mid, "x"))));
        Array.Resize(ref body, 4 * 1024 * 1024);
        body.AsSpan().Replace((byte)0, (byte)' ');

        using var response = await factory.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(await factory.InStateAsync(mid, DeliveryState.Processed));
    }

    [Fact]
    public async Task Get_RightToken_AnswersTheBareChallenge()
    {
        using var client = factory.CreateClient();

        var answer = await client.GetAsync($"{factory.WebhookAddress}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={SimulatorHost.VerifyToken}", Ct);

        Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong")]
    [InlineData("hub.mode=subscribe&hub.challenge=1")]
    [InlineData("")]
    public async Task Get_WrongToken_Answers403(string query)
    {
        using var client = factory.CreateClient();

        var answer = await client.GetAsync($"{factory.WebhookAddress}?{query}", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
