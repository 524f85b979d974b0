using System.Net;
using System.Text.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>Every operation of every service with a good token of the wrong person.</summary>
public sealed class TenancyTests(StackFixture stack)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryOperation_ViewersToken_OnlyWhatViewersMay()
    {
        using var trial = await SecurityTrial.OpenAsync(stack, Ct);
        var granted = Roles.PermissionsOf(Roles.Viewer);
        var token = trial.Keys.Sign(trial.Claims(("permissions", granted)));

        await AssertForbiddenAsync(trial, token, operation => operation.Permission is { } permission && !granted.Contains(permission));
    }

    [Fact]
    public async Task EveryOperationOfThePlatform_OwnersToken_Forbidden()
    {
        using var trial = await SecurityTrial.OpenAsync(stack, Ct);
        await AssertForbiddenAsync(trial, trial.Owner.AccessToken!, operation => operation.Permission == Permissions.PlatformAdmin);
    }

    [Fact]
    public async Task EveryOperationForPeople_ApiKeysToken_Forbidden()
    {
        using var trial = await SecurityTrial.OpenAsync(stack, Ct);
        var token = trial.Keys.Sign(trial.Claims(("apiKey", Guid.CreateVersion7())));
        await AssertForbiddenAsync(trial, token, operation => operation.PeopleOnly);
    }

    /// <summary>Real ids of one workspace, the token of another one's owner: nothing is found and nothing changes.</summary>
    [Fact]
    public async Task EveryOperationWithAnId_OtherWorkspacesToken_FindsNothing()
    {
        using var shop = await FurnishedShop.OpenAsync(stack, Ct);
        using var stranger = await SecurityTrial.OpenAsync(stack, Ct);
        var rows = new RowIds(stranger.Api, shop.Suite);
        var (wrong, tried) = (new List<string>(), new HashSet<string>());

        foreach (var operation in stranger.Api.Operations.Where(
            operation => operation is { Anonymous: false, Parameters.Count: > 0 } and not { Permission: Permissions.PlatformAdmin }))
        {
            if (await rows.FillAsync(operation.Path, Ct) is not { } path)
            {
                continue;
            }

            tried.Add(operation.Path.Split('/')[3]);
            var (status, code) = await stranger.SendAsync(stack.Addresses.Gateway, operation, path, stranger.Owner.AccessToken, Ct);
            // What is sent along is a sample: it may be refused for itself, but before a row of another workspace is seen.
            var refused = status == HttpStatusCode.NotFound
                || (operation.Method != HttpMethod.Get && status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.UnsupportedMediaType);
            if (!refused)
            {
                wrong.Add($"{operation}: {(int)status} {code}");
            }
        }

        Assert.Empty(wrong);
        Assert.Superset(new HashSet<string> { "accounts", "conversations", "messages", "contacts", "media", "posts", "workspaces", "api-keys", "sessions", "privacy" }, tried);
    }

    /// <summary>No list shows a row of another workspace.</summary>
    [Fact]
    public async Task EveryList_OtherWorkspacesToken_ShowsNoneOfTheRows()
    {
        using var shop = await FurnishedShop.OpenAsync(stack, Ct);
        using var stranger = await SecurityTrial.OpenAsync(stack, Ct);
        var shown = new List<string>();
        var filled = 0;

        foreach (var operation in stranger.Api.Operations.Where(operation => operation is { Anonymous: false, Parameters.Count: 0 } && operation.Method == HttpMethod.Get))
        {
            if (operation.Permission == Permissions.PlatformAdmin
                || Ids(await TryGetAsync(shop.Suite, operation)) is not { Count: > 0 } ids)
            {
                continue;
            }

            filled++;
            shown.AddRange(Ids(await TryGetAsync(stranger.Owner, operation)).Intersect(ids).Select(id => $"{operation}: {id}"));
        }

        // What everybody shares is no tenant's.
        Assert.DoesNotContain(shown, row => !row.Contains("/permissions", StringComparison.Ordinal));
        Assert.True(filled >= 5, $"Only {filled} lists had rows.");
    }

    private async Task AssertForbiddenAsync(SecurityTrial trial, string token, Func<ApiOperation, bool> chosen)
    {
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var operation in trial.Api.Operations.Where(operation => !operation.Anonymous && chosen(operation)))
        {
            tried++;
            var answer = await trial.SendAsync(stack.Addresses.Gateway, operation, operation.Path, token, Ct);
            if (answer != (HttpStatusCode.Forbidden, "USER_002"))
            {
                wrong.Add($"{operation}: {(int)answer.Status} {answer.Code}");
            }
        }

        Assert.Empty(wrong);
        Assert.NotEqual(0, tried);
    }

    private static async Task<JsonElement> TryGetAsync(SuiteClient client, ApiOperation list)
    {
        try
        {
            return await client.GetAsync(list.Path["/api/v1/".Length..], Ct);
        }
        catch (Exception error) when (error is InvalidOperationException or JsonException)
        {
            // Not a list: it wants parameters, or is a file.
            return default;
        }
    }

    private static HashSet<string> Ids(JsonElement list) =>
        list.ValueKind == JsonValueKind.Object && list.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? [.. data.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out _)).Select(row => row.GetProperty("id").ToString())]
            : [];
}
