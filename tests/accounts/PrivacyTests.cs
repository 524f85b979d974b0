using System.Net;
using SocialSelling.Accounts.Tests.Support;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Testing;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Accounts.Tests;

public sealed class PrivacyTests(AccountsFactory factory)
{
    private static readonly Guid Nobody = Guid.Empty;

    private readonly Guid _workspaceId = Guid.CreateVersion7();

    [Fact]
    public async Task Export_Workspace_HoldsAccountsWithoutTheirTokens()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var id = await ConnectAsync(_workspaceId, Guid.CreateVersion7());
        await ConnectAsync(Guid.CreateVersion7(), Guid.CreateVersion7());

        var parts = await privacy.ExportWorkspaceAsync(_workspaceId);

        var account = Assert.Single(PrivacyProbe.Rows(parts, "accounts.json"));
        Assert.Equal(id, account.GetProperty("id").GetGuid());
        Assert.Equal(_workspaceId, account.GetProperty("workspaceId").GetGuid());
        Assert.DoesNotContain(parts, part => part.Content.Contains("token", StringComparison.OrdinalIgnoreCase) || part.Content.Contains("encrypted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erase_Workspace_DisconnectsDestroysTokensAndTouchesNoOther()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var other = Guid.CreateVersion7();
        var (first, second, kept) = (await ConnectAsync(_workspaceId, Nobody), await ConnectAsync(_workspaceId, Nobody), await ConnectAsync(other, Nobody));
        var traces = await factory.Database.FindAsync(other);

        var erased = await privacy.EraseWorkspaceAsync(_workspaceId);

        Assert.Equal((2, 2), (erased["tokens"], erased["accounts"]));
        Assert.Empty(await factory.Database.FindAsync(_workspaceId));
        Assert.Empty(await factory.Database.FindAsync(first));
        Assert.Equal(traces, await factory.Database.FindAsync(other));
        await factory.Bus.ReceivedAsync<AccountDisconnected>(gone => gone.AccountId == first && gone.WorkspaceId == _workspaceId);
        await factory.Bus.ReceivedAsync<AccountDisconnected>(gone => gone.AccountId == second);
        Assert.DoesNotContain(factory.Bus.Of<AccountDisconnected>(), gone => gone.AccountId == kept);
    }

    [Fact]
    public async Task Erase_WhileTheLoginPageIsOpen_ConnectsNothingAfterwards()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var back = await SimulatorHost.AnswerLoginAsync(await AccountsFactory.BeginAsync(factory.CreateManager(_workspaceId)), username, "accept", null);

        await privacy.EraseWorkspaceAsync(_workspaceId);
        using var answer = await factory.CreateClient().GetAsync(back.PathAndQuery, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await factory.Database.FindAsync(_workspaceId));
    }

    [Fact]
    public async Task Erase_User_KeepsTheWorkspacesAccountsWithoutTheName()
    {
        await using var privacy = await PrivacyProbe.StartAsync(factory);
        var user = Guid.CreateVersion7();
        var id = await ConnectAsync(_workspaceId, user);

        Assert.Equal(id, Assert.Single(PrivacyProbe.Rows(await privacy.ExportUserAsync(user), "connected-accounts.json")).GetProperty("id").GetGuid());
        var erased = await privacy.EraseUserAsync(user);

        Assert.Equal(1, erased["accounts_made_nameless"]);
        Assert.Empty(await factory.Database.FindAsync(user));
        Assert.NotEmpty(await factory.Database.FindAsync(id));
    }

    private async Task<Guid> ConnectAsync(Guid workspaceId, Guid userId)
    {
        var (username, _) = await AccountsFactory.NewAccountAsync();
        var manager = factory.CreateClient(userId == Nobody ? Guid.CreateVersion7() : userId, workspaceId, Permissions.AccountsRead, Permissions.AccountsManage);
        using var connected = await factory.ConnectAsync(manager, username);
        return Guid.Parse((await connected.JsonAsync()).Text("id"));
    }
}
