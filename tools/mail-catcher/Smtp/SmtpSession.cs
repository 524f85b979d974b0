using System.Text;
using SocialSelling.MailCatcher.Mails;

namespace SocialSelling.MailCatcher.Smtp;

/// <summary>One conversation: of RFC 5321 what a client needs to hand over mails in clear.</summary>
internal sealed class SmtpSession(Stream stream, MailStore store, int maxMailBytes)
{
    private const int MaxRecipients = 100;

    private readonly LineReader reader = new(stream);
    private readonly List<string> recipients = [];
    private string? sender;

    public async Task RunAsync(CancellationToken ct)
    {
        await ReplyAsync("220 mail-catcher ready", ct);
        while (await reader.ReadAsync(ct) is { } line)
        {
            if (!await ObeyAsync(Encoding.UTF8.GetString(line).TrimEnd(), ct))
            {
                return;
            }
        }
    }

    /// <summary>False when the conversation is over.</summary>
    private async Task<bool> ObeyAsync(string line, CancellationToken ct)
    {
        var verb = line.Split(' ', 2)[0].ToUpperInvariant();
        var reply = verb switch
        {
            "EHLO" => Reset($"250-mail-catcher\r\n250-SIZE {maxMailBytes}\r\n250-8BITMIME\r\n250 SMTPUTF8"),
            "HELO" => Reset("250 mail-catcher"),
            "MAIL" => From(line),
            "RCPT" => To(line),
            "DATA" => await DataAsync(ct),
            "RSET" => Reset("250 forgotten"),
            "NOOP" => "250 nothing done",
            "QUIT" => "221 bye",
            _ => "502 not known here",
        };
        await ReplyAsync(reply, ct);
        return verb != "QUIT";
    }

    private string From(string line)
    {
        if (AddressIn(line) is not { } address)
        {
            return "501 MAIL FROM:<address>";
        }

        Reset("");
        sender = address;
        return "250 ok";
    }

    private string To(string line)
    {
        if (sender is null)
        {
            return "503 MAIL first";
        }

        if (AddressIn(line) is not { Length: > 0 } address)
        {
            return "501 RCPT TO:<address>";
        }

        if (recipients.Count == MaxRecipients)
        {
            return "452 too many recipients";
        }

        recipients.Add(address);
        return "250 ok";
    }

    private async Task<string> DataAsync(CancellationToken ct)
    {
        if (sender is null || recipients.Count == 0)
        {
            return "503 MAIL and RCPT first";
        }

        await ReplyAsync("354 end with a dot on a line of its own", ct);
        var content = await ReadContentAsync(ct);
        if (content is null)
        {
            return Reset("552 too large");
        }

        store.Add(sender, [.. recipients], content);
        return Reset("250 caught");
    }

    /// <summary>Null when it was too large; it is read to its end all the same.</summary>
    private async Task<byte[]?> ReadContentAsync(CancellationToken ct)
    {
        using var content = new MemoryStream();
        var tooLarge = false;
        while (true)
        {
            var line = await reader.ReadAsync(ct) ?? throw new IOException("The connection ended within a mail.");
            if (line is [(byte)'.', (byte)'\r', (byte)'\n'] or [(byte)'.', (byte)'\n'])
            {
                return tooLarge ? null : content.ToArray();
            }

            tooLarge |= content.Length + line.Length > maxMailBytes;
            if (!tooLarge)
            {
                content.Write(line.AsSpan(line[0] == '.' ? 1 : 0));
            }
        }
    }

    private string Reset(string reply)
    {
        sender = null;
        recipients.Clear();
        return reply;
    }

    private static string? AddressIn(string line)
    {
        var (start, end) = (line.IndexOf('<', StringComparison.Ordinal), line.LastIndexOf('>'));
        return start >= 0 && end > start ? line[(start + 1)..end] : null;
    }

    private Task ReplyAsync(string reply, CancellationToken ct) => stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), ct).AsTask();
}
