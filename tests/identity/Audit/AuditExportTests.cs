namespace SocialSelling.Identity.Tests.Audit;

public sealed class AuditExportTests(IdentityFactory factory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_FilteredLog_IsCsvWithoutFormulas()
    {
        using var reader = await AuditClient.CreateAsync(factory);
        await factory.AppendAsync(
            AuditEvents.Create(reader.Workspace, "csv.line") with { UserAgent = "=HYPERLINK(\"http://evil\")", TargetId = " +1+1", Before = """{"a":"x,y"}""" },
            AuditEvents.Create(reader.Workspace, "other.line"));

        using var response = await reader.GetAsync("/api/v1/audit/export?filter[action]=csv.*");
        var lines = (await response.Content.ReadAsStringAsync(Token)).Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^audit-\d{4}-\d\d-\d\d\.csv$", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("occurredAt,action,actorType,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", lines[1], StringComparison.Ordinal);
        Assert.Contains(",' +1+1,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"{\"\"a\"\":\"\"x,y\"\"}\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_MoreThanAPage_HasEveryEntryOnce()
    {
        using var reader = await AuditClient.CreateAsync(factory);
        var entries = Enumerable.Range(0, 1203).Select(_ => AuditEvents.Create(reader.Workspace, "bulk.line")).ToArray();
        await factory.AppendAsync(entries);

        using var response = await reader.GetAsync("/api/v1/audit/export?filter[action]=bulk.line");
        var lines = (await response.Content.ReadAsStringAsync(Token)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];

        Assert.Equal(1203, lines.Distinct().Count());
        Assert.Equal(1203, lines.Length);
    }
}
