using System.Net;

namespace SocialSelling.Identity.Tests.Audit;

public sealed class AuditListTests(IdentityFactory factory)
{
    [Fact]
    public async Task List_Entry_TellsWhoWhatWhenAndFromWhere()
    {
        using var reader = await AuditClient.CreateAsync(factory);
        var me = reader.Person.Registered.User;
        var entry = AuditEvents.Create(reader.Workspace, "test.done", me.Id) with { After = """{"role":"viewer"}""" };
        await factory.AppendAsync(entry);

        var shown = (await reader.ReadAsync("/api/v1/audit?filter[action]=test.done")).GetProperty("data")[0];

        Assert.Equal(entry.EntryId, shown.GetProperty("id").GetGuid());
        var actor = shown.GetProperty("actor");
        Assert.Equal(
            ("user", me.Id.ToString(), me.Name, me.Email),
            (actor.GetProperty("type").GetString(), actor.GetProperty("id").GetString(), actor.GetProperty("name").GetString(), actor.GetProperty("email").GetString()));
        Assert.Equal(("203.0.113.7", "tests"), (shown.GetProperty("address").GetString(), shown.GetProperty("userAgent").GetString()));
        Assert.Equal(
            ("agent", "viewer"),
            (shown.GetProperty("before").GetProperty("role").GetString(), shown.GetProperty("after").GetProperty("role").GetString()));
        Assert.Equal(entry.TargetId, shown.GetProperty("target").GetProperty("id").GetString());
        Assert.Equal(64, shown.GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public async Task List_ActorWhoIsGone_IsADeletedUser()
    {
        using var reader = await AuditClient.CreateAsync(factory);
        await factory.AppendAsync(AuditEvents.Create(reader.Workspace, "test.gone", Guid.CreateVersion7()));

        var actor = (await reader.ReadAsync("/api/v1/audit?filter[action]=test.gone")).GetProperty("data")[0].GetProperty("actor");

        Assert.Equal("deleted user", actor.GetProperty("name").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, actor.GetProperty("email").ValueKind);
    }

    [Fact]
    public async Task List_AnotherWorkspace_SeesNothingOfIt()
    {
        using var mine = await AuditClient.CreateAsync(factory);
        using var theirs = await AuditClient.CreateAsync(factory);
        var entry = AuditEvents.Create(theirs.Workspace, "test.secret");
        await factory.AppendAsync(entry, AuditEvents.Create(null, "test.secret"));

        Assert.Empty(await mine.ActionsAsync("filter[action]=test.secret"));
        Assert.Empty(await mine.ActionsAsync($"filter[target]={entry.TargetId}"));
        Assert.Empty(await mine.ActionsAsync($"filter[actor]={Uri.EscapeDataString(theirs.Person.Email)}"));
        Assert.Equal(["test.secret"], await theirs.ActionsAsync("filter[action]=test.secret"));
        using var platform = await theirs.GetAsync("/api/v1/admin/audit");
        Assert.Equal(HttpStatusCode.Forbidden, platform.StatusCode);
    }

    [Fact]
    public async Task List_Filters_FindWhatTheyName()
    {
        using var reader = await AuditClient.CreateAsync(factory);
        var start = DateTimeOffset.UtcNow.AddDays(-10);
        var actor = Guid.CreateVersion7();
        var first = AuditEvents.Create(reader.Workspace, "filter.one", actor) with { OccurredAt = start };
        var second = AuditEvents.Create(reader.Workspace, "filter.two") with { OccurredAt = start.AddDays(1), TargetType = "thing", After = """{"note":"50%_off"}""" };
        var mine = AuditEvents.Create(reader.Workspace, "filters.other", reader.Person.Registered.User.Id) with { OccurredAt = start.AddDays(2) };
        await factory.AppendAsync(first, second, mine);
        var day = Uri.EscapeDataString(start.AddHours(12).ToString("O"));

        Assert.Equal(["filter.two", "filter.one"], await reader.ActionsAsync("filter[action]=filter.*"));
        Assert.Equal(["filter.one"], await reader.ActionsAsync($"filter[actor]={actor}"));
        Assert.Contains("filters.other", await reader.ActionsAsync($"filter[actor]={Uri.EscapeDataString(reader.Person.Email.ToUpperInvariant())}"));
        Assert.Equal(["filter.one"], await reader.ActionsAsync($"filter[target]={first.TargetId}"));
        Assert.Equal(["filter.two"], await reader.ActionsAsync("filter[target]=thing"));
        Assert.Equal(["filter.one"], await reader.ActionsAsync($"to={day}"));
        Assert.DoesNotContain("filter.one", await reader.ActionsAsync($"from={day}"));
        Assert.Equal(["filter.two"], await reader.ActionsAsync($"search={Uri.EscapeDataString("50%_OFF")}"));
        Assert.Empty(await reader.ActionsAsync($"search={Uri.EscapeDataString("5_%zzz")}"));
        Assert.Equal(["filter.one", "filter.two"], await reader.ActionsAsync("filter[action]=filter.*&sort=occurredAt"));
    }

    [Theory]
    [InlineData("cursor=rubbish", "cursor")]
    [InlineData("from=yesterday", "from")]
    [InlineData("sort=hash", "sort")]
    [InlineData("search=a%00b", "search")]
    [InlineData("filter[actor]=%00", "filter[actor]")]
    [InlineData("perPage=101", "perPage")]
    public async Task List_Rubbish_IsNamed(string query, string field)
    {
        using var reader = await AuditClient.CreateAsync(factory);

        using var response = await reader.GetAsync($"/api/v1/audit?{query}");

        Assert.Equal([field], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task List_PagesAndFeed_GiveEveryEntryOnceNewestFirst()
    {
        using var reader = await AuditClient.CreateAsync(factory);
        var at = DateTimeOffset.UtcNow;

        // Several share a time: the id decides, and none is lost between two pages.
        var entries = Enumerable.Range(0, 25).Select(number => AuditEvents.Create(reader.Workspace, "page.item") with { OccurredAt = at.AddSeconds(number / 4) }).ToArray();
        await factory.AppendAsync(entries);

        var paged = await reader.ReadAsync("/api/v1/audit?filter[action]=page.item&perPage=10&page=3");
        Assert.Equal((25, 3, 5), (paged.GetProperty("meta").GetProperty("total").GetInt32(), paged.GetProperty("meta").GetProperty("totalPages").GetInt32(), paged.GetProperty("data").GetArrayLength()));

        var seen = new List<(DateTimeOffset At, Guid Id)>();
        var next = "/api/v1/audit?filter[action]=page.item&perPage=10&cursor=";
        while (next is not null)
        {
            var page = await reader.ReadAsync(next);
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(entry => (entry.GetProperty("occurredAt").GetDateTimeOffset(), entry.GetProperty("id").GetGuid())));
            next = page.GetProperty("links").GetProperty("next").GetString();
        }

        Assert.Equal(entries.Select(entry => entry.EntryId).Order(), seen.Select(entry => entry.Id).Order());
        Assert.Equal(seen.OrderByDescending(entry => entry.At).Select(entry => entry.At), seen.Select(entry => entry.At));
    }
}
