using System.IO.Compression;
using System.Net;
using System.Text.Json;
using SocialSelling.Demo;
using SocialSelling.Testing;

namespace SocialSelling.E2E.Tests;

/// <summary>Who may do what, lived through by people: over the gateway, all services and real mails.</summary>
public sealed class AccessTests(StackFixture stack)
{
    private static readonly string[] Scopes = ["conversations.read"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Member_InvitedAsViewerThenPromoted_MayWhatTheRoleSaysAtOnce()
    {
        using var owner = await Seller.RegisterAsync(stack, Ct);
        using var member = await Seller.RegisterAsync(stack, Ct);
        await owner.Suite.PostAsync($"workspaces/{owner.Workspace}/invitations", new { email = member.Email, role = "viewer" }, Ct);
        await member.Suite.PostAsync("invitations/accept", new { token = await member.Mail.TokenAsync("invitation", Ct) }, Ct);
        await SwitchAsync(member.Suite, owner.Workspace);

        Assert.Equal(HttpStatusCode.OK, await member.Suite.StatusAsync("conversations", Ct));
        Assert.Equal(HttpStatusCode.Forbidden, await member.Suite.StatusAsync("audit", Ct));

        var members = await owner.Suite.GetAsync($"workspaces/{owner.Workspace}/members", Ct);
        var joined = members.GetProperty("data").EnumerateArray().Single(row => row.GetProperty("email").GetString() == member.Email);
        await owner.Suite.PatchAsync($"workspaces/{owner.Workspace}/members/{joined.GetProperty("userId").GetString()}", new { role = "admin" }, Ct);

        // The old token is stale within the second for which the gateway remembers it; the next one has the new rights.
        await Eventually.That(async () => await member.Suite.StatusAsync("conversations", Ct) == HttpStatusCode.Unauthorized);
        await LogInAsync(member);
        await SwitchAsync(member.Suite, owner.Workspace);
        Assert.Equal(HttpStatusCode.OK, await member.Suite.StatusAsync("audit", Ct));
    }

    [Fact]
    public async Task ApiKey_MadeAndRevoked_WorksLikeATokenUntilThen()
    {
        using var owner = await Seller.RegisterAsync(stack, Ct);
        var made = await owner.Suite.PostAsync("api-keys", new { name = "Reports", scopes = Scopes }, Ct);
        using var program = new SuiteClient(stack.Addresses.Gateway);
        program.Authorize(made.GetProperty("key").GetString()!);

        Assert.Equal(HttpStatusCode.OK, await program.StatusAsync("conversations", Ct));
        Assert.Equal(HttpStatusCode.Forbidden, await program.StatusAsync("posts", Ct));
        Assert.Equal(HttpStatusCode.Forbidden, await program.StatusAsync("users/me", Ct));

        await owner.Suite.DeleteAsync($"api-keys/{made.GetProperty("apiKey").GetProperty("id").GetString()}", Ct);
        await Eventually.That(async () => await program.StatusAsync("conversations", Ct) == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Audit_WhatWasDone_IsThereAndTheChainHolds()
    {
        using var owner = await Seller.RegisterAsync(stack, Ct);
        await owner.Suite.PostAsync("api-keys", new { name = "Audited", scopes = Scopes }, Ct);

        await Eventually.That(async () => (await owner.Suite.GetAsync("audit?filter[action]=apikey.created", Ct)).GetProperty("data").GetArrayLength() == 1);
        var verdict = await owner.Suite.GetAsync("audit/verify", Ct);
        Assert.True(verdict.GetProperty("valid").GetBoolean(), verdict.ToString());
    }

    [Fact]
    public async Task Export_OfAWorkspace_HasTheShareOfEveryService()
    {
        using var shop = await Security.FurnishedShop.OpenAsync(stack, Ct);
        var path = $"privacy/exports/{shop.ExportId}";
        await Eventually.That(async () => (await shop.Suite.GetAsync(path, Ct)).GetProperty("state").GetString() == "ready");

        using var zip = new ZipArchive(new MemoryStream(await shop.Suite.DownloadAsync($"{path}/download", Ct)));
        var folders = zip.Entries.Where(entry => entry.FullName.Contains('/', StringComparison.Ordinal)).Select(entry => entry.FullName.Split('/')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "accounts", "identity", "messaging", "publisher" }, folders);
        using var messages = await JsonDocument.ParseAsync(zip.GetEntry("messaging/messages.json")!.Open(), cancellationToken: Ct);
        Assert.Contains(messages.RootElement.EnumerateArray(), message => message.ToString().Contains("Is it still there?", StringComparison.Ordinal));
    }

    private static async Task LogInAsync(Seller seller)
    {
        var answer = await seller.Suite.PostAsync("auth/login", new { email = seller.Email, password = seller.Password }, Ct);
        seller.Suite.Authorize(answer.GetProperty("accessToken").GetString()!);
    }

    private static async Task SwitchAsync(SuiteClient suite, Guid workspace)
    {
        var answer = await suite.PostAsync($"workspaces/{workspace}/switch", new { }, Ct);
        suite.Authorize(answer.GetProperty("accessToken").GetString()!);
    }
}
