using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Privacy;

public sealed class ExportTests(IdentityFactory factory)
{
    private const string Path = "/api/v1/privacy/exports";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workspace_AllServicesAnswer_IsToldAndDownloadedWhole()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory, types => types.Capture<DataExportRequested>().Capture<AuditEntryRecorded>());
        var person = await Person.RegisterAsync(factory.CreateClient());
        var id = await RequestAsync(person, "workspace");
        var asked = await probe.Bus.ReceivedAsync<DataExportRequested>(request => request.ExportId == id);
        Assert.Equal((person.WorkspaceId(), null), (asked.WorkspaceId, asked.UserId));

        // In any order, some twice, and far more rows than one event may hold.
        foreach (var sequence in Enumerable.Range(0, 41).Reverse())
        {
            await SendAsync(probe, id, "messaging", sequence, sequence == 40 ? "" : "messages.json", sequence == 40 ? 0 : 500, isLast: sequence == 40);
        }

        await SendAsync(probe, id, "messaging", 3, "messages.json", 500, isLast: false);
        using var early = await GetAsync(person, $"{Path}/{id}/download");
        await Problem.AssertAsync(early, HttpStatusCode.Conflict, "PRIVACY_004");
        await FinishAsync(probe, id, "messaging");
        await StateAsync(person, id, "ready");

        using var answer = await GetAsync(person, $"{Path}/{id}/download");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Token));
        Assert.Equal(20_000, Read(zip, "messaging/messages.json").GetArrayLength());
        Assert.Equal(20_000, Read(zip, "messaging/messages.json").EnumerateArray().Select(row => row.GetProperty("n").GetInt32()).Distinct().Count());
        Assert.Equal(person.WorkspaceId(), Read(zip, "identity/workspace.json")[0].GetProperty("id").GetGuid());
        Assert.Equal(0, Read(zip, "identity/roles.json").GetArrayLength());
        Assert.Contains(
            Read(zip, "manifest.json").GetProperty("files").EnumerateArray(),
            file => file.GetProperty("path").GetString() == "messaging/messages.json" && file.GetProperty("rows").GetInt32() == 20_000);
        await probe.Bus.ReceivedAsync<AuditEntryRecorded>(entry => entry.Action == "data.exported" && entry.TargetId == id.ToString());
        Assert.Contains(id.ToString(), (await factory.Mails.ReceivedAsync(person.Email, "data")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_Export_HoldsTheirOwnAndNoSecrets()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory);
        var client = factory.CreateClient();
        var (person, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        var id = await RequestAsync(person, "user");
        await FinishAsync(probe, id);
        await StateAsync(person, id, "ready");

        using var answer = await GetAsync(person, $"{Path}/{id}/download");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Token));
        var all = string.Join('\n', zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));

        Assert.Equal(person.Email, Assert.Single(Read(zip, "identity/profile.json").EnumerateArray()).GetProperty("email").GetString());
        Assert.Equal(person.SessionId, Assert.Single(Read(zip, "identity/sessions.json").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.DoesNotContain("hash", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(other.UserId().ToString(), all, StringComparison.OrdinalIgnoreCase);
        using var strangers = await GetAsync(other, $"{Path}/{id}");
        await Problem.AssertAsync(strangers, HttpStatusCode.NotFound, "PRIVACY_001");
        using var download = await GetAsync(other, $"{Path}/{id}/download");
        await Problem.AssertAsync(download, HttpStatusCode.NotFound, "PRIVACY_001");
    }

    [Fact]
    public async Task Workspace_ByWhoIsNoOwnerAnyMore_IsRefused()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        var id = await RequestAsync(person, "workspace");
        await FinishAsync(probe, id);
        await StateAsync(person, id, "ready");
        await factory.Database.ExecuteAsync($"UPDATE identity.workspace_members SET role = 'admin' WHERE user_id = '{person.UserId()}'");
        var demoted = await person.RefreshedAsync(person.Registered.RefreshToken);

        using var client = factory.CreateClient();
        using var download = await Person.SendAsync(client, HttpMethod.Get, $"{Path}/{id}/download", demoted.AccessToken);
        await Problem.AssertAsync(download, HttpStatusCode.Forbidden, "USER_002");
        using var request = await PostAsync(demoted.AccessToken, new { scope = "workspace" });
        await Problem.AssertAsync(request, HttpStatusCode.Forbidden, "USER_002");
    }

    [Fact]
    public async Task Request_WhileOneRunsOrTooOften_IsRefused()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        for (var n = 0; n < 3; n++)
        {
            var id = await RequestAsync(person, "user");
            using var second = await PostAsync(person.Registered.AccessToken, new { scope = "user" });
            await Problem.AssertAsync(second, HttpStatusCode.Conflict, "PRIVACY_002");
            await FinishAsync(probe, id);
            await StateAsync(person, id, "ready");
        }

        using var fourth = await PostAsync(person.Registered.AccessToken, new { scope = "user" });
        await Problem.AssertAsync(fourth, HttpStatusCode.TooManyRequests, "PRIVACY_003");
        Assert.InRange(fourth.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        using var list = await GetAsync(person, $"{Path}?perPage=2");
        Assert.Equal(3, (await list.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("meta").GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("""{"scope":"everything"}""")]
    [InlineData("""{"scope":null}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task Request_Rubbish_NamesTheField(string body)
    {
        var person = await Person.RegisterAsync(factory.CreateClient());

        using var answer = await PostAsync(person.Registered.AccessToken, JsonDocument.Parse(body));

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_001");
    }

    [Fact]
    public async Task Missing_ServiceIsAskedAgainAndNamedInTheEnd()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory, types => types.Capture<DataExportRequested>());
        var person = await Person.RegisterAsync(factory.CreateClient());
        var id = await RequestAsync(person, "user");
        await FinishAsync(probe, id, except: "publisher");
        await Eventually.That(() => factory.QueryAsync(async db =>
            (await db.DataExports.Include(row => row.Shares).SingleAsync(row => row.Id == id, Token)).Shares.Count(share => share.CompletedAt != null) == 5));

        await factory.AgeAsync("data_exports", id, "11 minutes");
        await factory.WatchAsync();
        await Eventually.That(() => Task.FromResult(probe.Bus.Of<DataExportRequested>().Count(request => request.ExportId == id) == 2));
        await factory.AgeAsync("data_exports", id, "25 hours");
        await factory.WatchAsync();

        var failed = await StateAsync(person, id, "failed");
        Assert.Contains("publisher", failed.GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("messaging", failed.GetProperty("failure").GetString(), StringComparison.Ordinal);
        using var download = await GetAsync(person, $"{Path}/{id}/download");
        await Problem.AssertAsync(download, HttpStatusCode.Gone, "PRIVACY_005");
        Assert.Equal(0, await factory.QueryAsync(db => db.DataExportParts.CountAsync(part => part.ExportId == id, Token)));
    }

    [Fact]
    public async Task Expired_IsDeletedAndSaysSo()
    {
        await using var probe = await PrivacyProbe.StartAsync(factory);
        var person = await Person.RegisterAsync(factory.CreateClient());
        var id = await RequestAsync(person, "user");
        await FinishAsync(probe, id);
        await StateAsync(person, id, "ready");

        await factory.Database.ExecuteAsync($"UPDATE identity.data_exports SET expires_at = now() - interval '1 second' WHERE id = '{id}'");
        using var late = await GetAsync(person, $"{Path}/{id}/download");
        await Problem.AssertAsync(late, HttpStatusCode.Gone, "PRIVACY_005");
        await factory.WatchAsync();

        await StateAsync(person, id, "expired");
        Assert.Equal(0, await factory.QueryAsync(db => db.DataExportParts.CountAsync(part => part.ExportId == id, Token)));
    }

    private static JsonElement Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return JsonDocument.Parse(stream).RootElement;
    }

    private static async Task FinishAsync(PrivacyProbe probe, Guid id, string except = "")
    {
        foreach (var service in DataServices.Others.Where(service => service != except))
        {
            await SendAsync(probe, id, service, 0, "", 0, isLast: true);
        }
    }

    private static Task SendAsync(PrivacyProbe probe, Guid id, string service, int sequence, string file, int rows, bool isLast) =>
        probe.Bus.PublishAsync(new DataExportPartPrepared
        {
            ExportId = id,
            Service = service,
            File = file,
            Sequence = sequence,
            IsLast = isLast,
            Content = JsonSerializer.Serialize(Enumerable.Range(sequence * 500, rows).Select(n => new { n, text = "Ещё есть? 😀" })),
            OccurredAt = DateTimeOffset.UtcNow,
        });

    private static Task<HttpResponseMessage> GetAsync(Person person, string path) => person.SendAsync(HttpMethod.Get, path);

    private async Task<HttpResponseMessage> PostAsync(string accessToken, object body)
    {
        using var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await client.PostAsJsonAsync(Path, body, Token);
    }

    private async Task<Guid> RequestAsync(Person person, string scope)
    {
        using var answer = await PostAsync(person.Registered.AccessToken, new { scope });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var export = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.EndsWith($"{Path}/{export.GetProperty("id").GetGuid()}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return export.GetProperty("id").GetGuid();
    }

    private static Task<JsonElement> StateAsync(Person person, Guid id, string state) => Task.Run(async () =>
    {
        JsonElement? found = null;
        await Eventually.That(async () =>
        {
            using var answer = await GetAsync(person, $"{Path}/{id}");
            found = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
            return found.Value.GetProperty("state").GetString() == state;
        });
        return found!.Value;
    });
}
