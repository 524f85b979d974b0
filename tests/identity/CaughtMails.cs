using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.MailCatcher;
using SocialSelling.MailCatcher.Mails;
using SocialSelling.MailCatcher.Smtp;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

/// <summary>A mail server of the tests' own, and what it took.</summary>
internal sealed partial class CaughtMails : IAsyncDisposable
{
    private readonly WebApplication catcher;

    private CaughtMails(WebApplication catcher) => this.catcher = catcher;

    public int Port => catcher.Services.GetRequiredService<SmtpListener>().Port;

    public Uri Address => new(catcher.Urls.First());

    public static async Task<CaughtMails> StartAsync(params string[] settings)
    {
        var catcher = Catcher.Build(["--urls=http://127.0.0.1:0", "--Catcher:SmtpPort=0", "--Logging:LogLevel:Default=Warning", .. settings]);
        await catcher.StartAsync();
        return new CaughtMails(catcher);
    }

    /// <summary>All mails to this address so far, oldest first.</summary>
    public IReadOnlyList<CaughtMail> To(string address) =>
        [.. catcher.Services.GetRequiredService<MailStore>().All().Where(mail => mail.IsTo(address)).Reverse()];

    /// <summary>Waits for the first mail to this address whose subject has this part.</summary>
    public Task<CaughtMail> ReceivedAsync(string address, string subject) => Eventually.Value(
        () => Task.FromResult(To(address).FirstOrDefault(mail => mail.Subject.Contains(subject, StringComparison.Ordinal))),
        what: $"a mail \"{subject}\"");

    /// <summary>The secret in the first such mail's link.</summary>
    public async Task<string> TokenAsync(string address, string subject) =>
        LinkToken().Match((await ReceivedAsync(address, subject)).Text).Groups["token"].Value;

    public ValueTask DisposeAsync() => catcher.DisposeAsync();

    [GeneratedRegex(@"#token=(?<token>[A-Za-z0-9_\-]+)")]
    private static partial Regex LinkToken();
}
