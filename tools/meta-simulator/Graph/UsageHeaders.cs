using System.Text.Json;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Tells how much of the hourly budget is used, in percent, as Meta's two usage headers do.</summary>
internal sealed class UsageHeaders(RequestDelegate next, World world, UsageCounter counter)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (world.Switches.UsageHeaders && http.Request.Path.StartsWithSegments("/graph"))
        {
            http.Response.OnStarting(() =>
            {
                Write(http);
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private void Write(HttpContext http)
    {
        Account? account = null;
        if (CallContext.Of(http).Username is { } username)
        {
            lock (world.Gate)
            {
                account = world.FindAccount(username);
            }
        }

        if (account is null)
        {
            return;
        }

        var percent = world.Switches.UsagePercent ?? counter.Percent(account.UserId);
        var regain = percent >= 100 ? 5 : 0;
        http.Response.Headers["X-App-Usage"] = JsonSerializer.Serialize(new { call_count = percent, total_time = percent / 2, total_cputime = percent / 2 });
        http.Response.Headers["X-Business-Use-Case-Usage"] = JsonSerializer.Serialize(new Dictionary<string, object[]>
        {
            [account.UserId] =
            [
                new { type = "instagram", call_count = percent, total_cputime = percent / 2, total_time = percent / 2, estimated_time_to_regain_access = regain },
            ],
        });
    }
}
