using System.Collections.Concurrent;
using System.Diagnostics;
using SocialSelling.Load.Tools;

namespace SocialSelling.Load.Areas;

/// <summary>Logins, refreshes and <c>me</c> through the gateway; what a storm of logins leaves to the others; and whether times tell who has an account.</summary>
internal static class IdentityArea
{
    public const string Name = "identity";
    private const int Users = 64;
    private const int Seconds = 6;

    // Until the runtime has compiled the path for good: shorter, and the compiler is measured too.
    private const int WarmUpSeconds = 6;
    private const int Storm = 50;
    private const int Tries = 200;

    public static async Task RunAsync(Shop shop, Report report, CancellationToken ct)
    {
        using var credentials = new Credentials(shop.Options.Gateway);
        var password = Credentials.PasswordOf(shop.Run);
        var emails = Enumerable.Range(0, Users).Select(number => $"bench-{shop.Run}-{number}@example.com").ToList();
        report.Say($"registering {Users} users");
        var tokens = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(emails, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (email, token) =>
            tokens.Add(await credentials.RegisterAsync(email, password, token)));

        await MeAsync(shop, report, ct);
        await RefreshAsync(credentials, tokens, report, ct);
        await LoginsAsync(credentials, emails, password, report, ct);
        await StormAsync(shop, credentials, emails, password, report, ct);
        await TimingAsync(shop, credentials, emails, report, ct);
    }

    private static async Task MeAsync(Shop shop, Report report, CancellationToken ct)
    {
        string[] me = ["GET /api/v1/auth/me"];
        await Wrk.RunAsync(shop.Options.Gateway, me, shop.Suite.AccessToken, 64, WarmUpSeconds, ct);
        var result = await Wrk.RunAsync(shop.Options.Gateway, me, shop.Suite.AccessToken, 64, Seconds, ct);
        report.Add(new Figure("me through the gateway", result.PerSecond, "req/s", 5_600, Beside: $"p99 {result.P99:0.0} ms{result.Failures}", IdlePercent: result.IdlePercent));
        report.Add(new Figure("me p95", result.P95, "ms", 25, Below: true));
    }

    private static async Task RefreshAsync(Credentials credentials, IEnumerable<string> tokens, Report report, CancellationToken ct)
    {
        var warm = await RefreshForAsync(credentials, tokens, WarmUpSeconds, ct);
        var processor = new Processor();
        var started = Stopwatch.GetTimestamp();
        var measured = await RefreshForAsync(credentials, warm.Select(chain => chain.Token), Seconds, ct);
        var perSecond = measured.Sum(chain => chain.Count) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Add(new Figure("refresh through the gateway", perSecond, "req/s", 1_500, Beside: $"{Users} sessions at once", IdlePercent: processor.IdlePercent()));
    }

    /// <summary>Every token's chain goes on as fast as it can; answers with where each has come to.</summary>
    private static Task<(string Token, int Count)[]> RefreshForAsync(Credentials credentials, IEnumerable<string> tokens, int seconds, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        return Task.WhenAll(tokens.Select(async token =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; count++)
            {
                token = await credentials.RefreshAsync(token, ct);
            }

            return (token, count);
        }));
    }

    /// <summary>One login alone, the best of a few, in seconds: nearly all of it is the hash.</summary>
    private static async Task<double> AloneAsync(Credentials credentials, string email, string password, CancellationToken ct)
    {
        var times = new List<double>();
        while (times.Count < 5)
        {
            times.Add((await credentials.LogInAsync(email, password, ct)).Milliseconds / 1000);
        }

        return times.Min();
    }

    private static async Task LoginsAsync(
        Credentials credentials, List<string> emails, string password, Report report, CancellationToken ct)
    {
        var hash = await AloneAsync(credentials, emails[0], password, ct);
        var processor = new Processor();
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(emails.Take(4).Select(async email =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < Seconds)
            {
                var (status, _) = await credentials.LogInAsync(email, password, ct);
                count += status == 200 ? 1 : 0;
            }
        }));
        var perSecond = count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Add(new Figure(
            "logins", perSecond, "/s", Beside: $"one alone takes {hash * 1000:0} ms, nearly all of it the hash: {1 / hash:0.0}/s is what one core can do", Goal: 0.8 / hash, IdlePercent: processor.IdlePercent()));
    }

    /// <summary>Logins arrive at their own pace, whether or not the earlier ones are answered.</summary>
    private static async Task StormAsync(
        Shop shop, Credentials credentials, List<string> emails, string password, Report report, CancellationToken ct)
    {
        var clock = new ProcessClock(shop.Options.StateFolder, "identity");
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Storm));
        var logins = new List<Task<(int Status, double Milliseconds)>>();
        var others = Wrk.RunAsync(shop.Options.Gateway, ["GET /api/v1/conversations?perPage=20"], shop.Suite.AccessToken, 2, Seconds, ct);
        for (var sent = 0; sent < Storm * Seconds && await timer.WaitForNextTickAsync(ct); sent++)
        {
            logins.Add(credentials.LogInAsync(emails[sent % emails.Count], password, ct));
        }

        var cores = clock.Cores();
        var meanwhile = await others;
        var answers = (await Task.WhenAll(logins)).CountBy(answer => answer.Status).OrderBy(answer => answer.Key).Select(answer => $"{answer.Value}× {answer.Key}");
        report.Add(new Figure(
            $"identity's processor while {Storm} logins/s are tried", cores, "cores", Environment.ProcessorCount - 1 + 0.15, Below: true,
            Beside: string.Join(", ", answers), IdlePercent: meanwhile.IdlePercent));
        report.Add(new Figure("meanwhile inbox reads by two clients", meanwhile.PerSecond, "req/s", Goal: null, Beside: $"p95 {meanwhile.P95:0.0} ms{meanwhile.Failures}"));
    }

    /// <summary>Alternating, one at a time; every known account fails less often than would lock it.</summary>
    private static async Task TimingAsync(Shop shop, Credentials credentials, List<string> emails, Report report, CancellationToken ct)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        var strange = new SortedDictionary<int, int>();
        for (var number = 0; number < Tries; number++)
        {
            await TryAsync(emails[number % emails.Count], known);
            await TryAsync($"nobody-{shop.Run}-{number % emails.Count}@example.com", unknown);
        }

        var (wrong, nobody) = (new Sample(known), new Sample(unknown));
        report.Add(new Figure(
            "wrong password or unknown address: Welch's t", wrong.WelchT(nobody), "", 3, Below: true,
            Beside: $"{Tries} tries each: {wrong.Mean:0.0} ± {wrong.Deviation:0.0} ms and {nobody.Mean:0.0} ± {nobody.Deviation:0.0} ms{Refusals()}"));

        async Task TryAsync(string email, List<double> times)
        {
            var (status, milliseconds) = await credentials.LogInAsync(email, "Wrong-password-1", ct);
            times.Add(milliseconds);
            strange[status] = strange.GetValueOrDefault(status) + 1;
        }

        string Refusals() => strange.Keys.All(status => status == 401) ? "" : $"; answers {string.Join(", ", strange.Select(entry => $"{entry.Value}× {entry.Key}"))}";
    }
}
