using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>Speaks with the SMTP server.</summary>
internal sealed class MailSender(IOptions<MailOptions> options)
{
    /// <summary>Returns once the server has taken responsibility for the mail, and throws otherwise.</summary>
    public async Task SendAsync(Guid id, string to, MailText text)
    {
        using var message = Compose(id, to, text);
        using var client = new SmtpClient(options.Value.Host, options.Value.Port)
        {
            EnableSsl = options.Value.UseStartTls,
            Credentials = options.Value.User.Length > 0 ? new NetworkCredential(options.Value.User, options.Value.Password) : null,
        };

        // The client's own time-out does not count for asynchronous calls.
        using var limit = new CancellationTokenSource(options.Value.Timeout);
        await client.SendMailAsync(message, limit.Token);
    }

    /// <summary>A short code for logs and records; the exception's own text may name the recipient.</summary>
    public static string CodeOf(Exception error) => error switch
    {
        OperationCanceledException => "timeout",
        FormatException or ArgumentException => "address",
        SmtpException { StatusCode: > 0 } smtp => $"smtp_{(int)smtp.StatusCode}",
        SocketException socket => $"connection_{socket.SocketErrorCode}",
        AuthenticationException => "tls",
        { InnerException: { } inner } => CodeOf(inner),
        _ => error.GetType().Name,
    };

    /// <summary>Whether the server says that this mailbox will never take it.</summary>
    public static bool IsRefusal(Exception error) => error is FormatException or ArgumentException or SmtpFailedRecipientException
    {
        StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed,
    };

    private MailMessage Compose(Guid id, string to, MailText text)
    {
        var from = new MailAddress(options.Value.From);
        var message = new MailMessage(from, new MailAddress(to))
        {
            Subject = text.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Headers = { ["Message-ID"] = $"<{id:N}@{from.Host}>", ["Auto-Submitted"] = "auto-generated" },
        };
        message.AlternateViews.Add(View(text.Plain, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(text.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string content, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
