using System.Security.Cryptography;
using System.Text.Json;

namespace SocialSelling.Demo;

/// <summary>A seller with a workspace and a connected account of its own, ready to be written to.</summary>
public sealed class ConnectedShop : IDisposable
{
    private ConnectedShop(string run, SuiteClient suite, SimulatorClient simulator, Guid accountId, string metaAccount) =>
        (Run, Suite, Simulator, AccountId, MetaAccount) = (run, suite, simulator, accountId, metaAccount);

    /// <summary>A few characters that no other shop has.</summary>
    public string Run { get; }

    /// <summary>The seller's client of the suite.</summary>
    public SuiteClient Suite { get; }

    /// <summary>Meta's side.</summary>
    public SimulatorClient Simulator { get; }

    /// <summary>The account, as the suite knows it.</summary>
    public Guid AccountId { get; }

    /// <summary>The account, as Meta knows it.</summary>
    public string MetaAccount { get; }

    /// <summary>Registers a seller and connects an account through the simulator's login page.</summary>
    public static async Task<ConnectedShop> OpenAsync(DemoAddresses addresses, string kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var (email, username) = ($"{kind}-{run}@example.com", $"{kind}_{run}");
        var (suite, simulator) = (new SuiteClient(addresses.Gateway), new SimulatorClient(addresses.Simulator));
        var user = await suite.PostAsync("auth/register", new { email, password = $"Shop-{run}-1aA", name = "Test seller" }, ct);
        suite.Authorize(user.GetProperty("accessToken").GetString()!);
        var metaAccount = (await simulator.PostAsync("accounts", new { username }, ct)).GetProperty("userId").GetString()!;
        await simulator.PostAsync("next-login", new { answer = "accept", username }, ct);
        var connect = await suite.PostAsync("accounts/instagram/connect", new { }, ct);
        await suite.FollowLoginAsync(new Uri(connect.GetProperty("authorizationUrl").GetString()!), ct);
        var accounts = await suite.GetAsync("accounts", ct);
        return new ConnectedShop(run, suite, simulator, accounts.GetProperty("data")[0].GetProperty("id").GetGuid(), metaAccount);
    }

    /// <summary>A customer writes.</summary>
    public Task<JsonElement> CustomerWritesAsync(string person, string text, CancellationToken ct) =>
        Simulator.PostAsync($"accounts/{MetaAccount}/people/{person}/messages", new { text }, ct);

    /// <summary>The texts of all inbound messages in the inbox, read page by page as a client would.</summary>
    public async Task<List<string>> InboundTextsAsync(CancellationToken ct)
    {
        var texts = new List<string>();
        await foreach (var conversation in AllAsync("conversations?perPage=100", ct))
        {
            await foreach (var message in AllAsync($"conversations/{conversation.GetProperty("id").GetString()}/messages?perPage=100", ct))
            {
                if (message.GetProperty("direction").GetString() == "inbound")
                {
                    texts.Add(message.GetProperty("text").GetString() ?? "");
                }
            }
        }

        return texts;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Suite.Dispose();
        Simulator.Dispose();
    }

    private async IAsyncEnumerable<JsonElement> AllAsync(string firstPage, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const string root = "/api/v1/";
        for (var page = firstPage; page is not null;)
        {
            var answer = await Suite.GetAsync(page, ct);
            foreach (var item in answer.GetProperty("data").EnumerateArray())
            {
                yield return item;
            }

            var next = answer.GetProperty("links").GetProperty("next").GetString();
            page = next is null ? null : next[(next.IndexOf(root, StringComparison.Ordinal) + root.Length)..];
        }
    }
}
