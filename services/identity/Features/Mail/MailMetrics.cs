using System.Diagnostics.Metrics;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>Meter <c>SocialSelling.Mail</c>: what became of mails, how many wait and for how long.</summary>
internal sealed class MailMetrics
{
    private readonly Counter<long> mails;

    public MailMetrics(IMeterFactory factory)
    {
        var meter = factory.Create("SocialSelling.Mail");
        mails = meter.CreateCounter<long>("mails", "{mail}", "Attempts by result: sent, retried, failed.");
        meter.CreateObservableGauge("mails.depth", () => Depth, "{mail}", "Mails that wait.");
        meter.CreateObservableGauge("mails.age", () => Age.TotalSeconds, "s", "Age of the oldest mail that waits.");
    }

    public long Depth { get; private set; }

    public TimeSpan Age { get; private set; }

    public void Counted(string result) => mails.Add(1, new KeyValuePair<string, object?>("result", result));

    public void Measured(long depth, TimeSpan age) => (Depth, Age) = (depth, age);
}
