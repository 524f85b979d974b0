using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Sending;
using SocialSelling.Instagram.Tests.Support;

namespace SocialSelling.Instagram.Tests.Sending;

/// <summary>Rows as a killed process leaves them.</summary>
public sealed class CrashTests(InstagramFactory factory)
{
    [Fact]
    public async Task Sending_LeftBehindBeforeTheCall_IsSentOnce()
    {
        var account = await factory.ConnectAccountAsync();
        var (_, igsid) = await account.CustomerWritesAsync("ana", "hello");

        var messageId = await LeaveBehindAsync(account, igsid, "left behind");

        await factory.Bus.ReceivedAsync<MessageSent>(m => m.MessageId == messageId, TimeSpan.FromSeconds(40));
        Assert.Equal(1, await account.TimesInChatAsync("ana", "left behind"));
    }

    [Fact]
    public async Task Sending_LeftBehindAfterTheCall_IsFoundAndNotSentAgain()
    {
        var account = await factory.ConnectAccountAsync();
        var (_, igsid) = await account.CustomerWritesAsync("ana", "hello");
        var messageId = await LeaveBehindAsync(account, igsid, "already there");

        // The effect of the call that the dead process made: for Meta there is no difference to a message typed on the phone.
        var mid = await account.OwnerTypesAsync("ana", "already there");

        var sent = await factory.Bus.ReceivedAsync<MessageSent>(m => m.MessageId == messageId, TimeSpan.FromSeconds(40));
        Assert.Equal(mid, sent.PlatformMessageId);
        Assert.Equal(1, await account.TimesInChatAsync("ana", "already there"));
    }

    private Task<Guid> LeaveBehindAsync(TestAccount account, string igsid, string text) => factory.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<InstagramDbContext>();
        var message = OutboundMessage.Create(
            Guid.CreateVersion7(), account.WorkspaceId, account.AccountId, Guid.CreateVersion7(), igsid, text, DateTimeOffset.UtcNow);
        message.BeginSending(DateTimeOffset.UtcNow);
        db.OutboundMessages.Add(message);
        await db.SaveChangesAsync();
        return message.MessageId;
    });
}
