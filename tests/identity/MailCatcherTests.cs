using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SocialSelling.Identity.Tests;

public sealed class MailCatcherTests : IAsyncLifetime
{
    private CaughtMails mails = null!;
    private HttpClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        mails = await CaughtMails.StartAsync("--Catcher:MaxMails=3", "--Catcher:MaxMailBytes=20000");
        client = new HttpClient { BaseAddress = mails.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await mails.DisposeAsync();
    }

    [Fact]
    public async Task List_ByRecipientAndSearch_NewestFirst()
    {
        await SendAsync("a@example.org", "First Ünïcode subject that is long enough to be folded over several encoded words, twice over", "Text of the first\n.dot\n..dots");
        await SendAsync("b@example.org", "Second", "x");
        await SendAsync("a@example.org", "Third", "y");

        var list = await ListAsync("?to=A@EXAMPLE.ORG");
        var found = await ListAsync("?search=of+the+first");

        Assert.Equal(["Third", "First Ünïcode subject that is long enough to be folded over several encoded words, twice over"], list.Select(mail => mail.GetProperty("subject").GetString()));
        var mail = await client.GetFromJsonAsync<JsonElement>($"/api/mails/{Assert.Single(found).GetProperty("id")}", Token);
        Assert.Equal("Text of the first\n.dot\n..dots", mail.GetProperty("text").GetString()!.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Html_OfAMail_MayDoNothing()
    {
        await SendAsync("a@example.org", "Html", "<script>alert(1)</script>", html: true);
        var id = Assert.Single(await ListAsync("")).GetProperty("id");

        using var response = await client.GetAsync($"/api/mails/{id}/html", Token);

        Assert.Contains("<script>alert(1)</script>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-popups", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_BeyondItsBounds_ForgetsTheOldest()
    {
        for (var number = 1; number <= 5; number++)
        {
            await SendAsync("a@example.org", $"Number {number}", "x");
        }

        Assert.Equal(["Number 5", "Number 4", "Number 3"], (await ListAsync("")).Select(mail => mail.GetProperty("subject").GetString()));
        using var cleared = await client.DeleteAsync("/api/mails", Token);
        Assert.Equal((HttpStatusCode.NoContent, 0), (cleared.StatusCode, (await ListAsync("")).Length));
    }

    [Fact]
    public async Task Smtp_TooLargeMail_IsRefused()
    {
        var error = await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync("a@example.org", "Large", new string('x', 30_000)));

        Assert.Equal(SmtpStatusCode.ExceededStorageAllocation, error.StatusCode);
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task Smtp_CommandsOutOfOrder_AreRefusedAndTheConversationGoesOn()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, mails.Port, Token);
        await using var stream = tcp.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var replies = new List<string?> { await reader.ReadLineAsync(Token) };
        foreach (var command in (string[])["DATA", "RCPT TO:<a@example.org>", "MAIL FROM", "WHAT", "NOOP", "QUIT"])
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), Token);
            replies.Add(await reader.ReadLineAsync(Token));
        }

        Assert.Equal(["220", "503", "503", "501", "502", "250", "221"], replies.Select(reply => reply![..3]));
        Assert.Null(await reader.ReadLineAsync(Token));
    }

    [Fact]
    public async Task Page_OfTheCatcher_IsThere() =>
        Assert.Contains("Mail catcher", await client.GetStringAsync("/", Token), StringComparison.Ordinal);

    private async Task SendAsync(string to, string subject, string body, bool html = false)
    {
        using var smtp = new SmtpClient("127.0.0.1", mails.Port);
        using var message = new MailMessage("from@example.org", to, subject, body) { IsBodyHtml = html };
        await smtp.SendMailAsync(message, Token);
    }

    private async Task<JsonElement[]> ListAsync(string query) => (await client.GetFromJsonAsync<JsonElement[]>($"/api/mails{query}", Token))!;
}
