using SocialSelling.Load;
using SocialSelling.Load.Areas;

if (BenchOptions.TryParse(args, out var options, out var problem) is false)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(10));
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    timeout.Cancel();
};

var report = new Report(options, Console.Out, Console.Error);
using var shop = await Shop.OpenAsync(options, timeout.Token);

// The order matters: the first area fills the inbox that the later ones read.
(string Name, Func<CancellationToken, Task> Run)[] areas =
[
    (PipelineArea.Name, ct => PipelineArea.RunAsync(shop, report, ct)),
    (InboxArea.Name, ct => InboxArea.RunAsync(shop, report, ct)),
    (PushArea.Name, ct => PushArea.RunAsync(shop, report, ct)),
    (WebhooksArea.Name, ct => WebhooksArea.RunAsync(shop, report, ct)),
    (IdentityArea.Name, ct => IdentityArea.RunAsync(shop, report, ct)),
    (MemoryArea.Name, ct => MemoryArea.RunAsync(options, report, ct)),
    (StartArea.Name, ct => StartArea.RunAsync(options, report, ct)),
];
var chosen = areas.Where(area => options.Area is null || area.Name == options.Area).ToList();
if (chosen.Count == 0)
{
    await Console.Error.WriteLineAsync($"There is no area \"{options.Area}\"; there are: {string.Join(", ", areas.Select(area => area.Name))}.");
    return 2;
}

foreach (var (name, run) in chosen)
{
    report.Begin(name);
    await run(timeout.Token);
}

report.Finish();
return options.Check && report.AnyShort ? 1 : 0;
