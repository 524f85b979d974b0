using Microsoft.Extensions.Options;

namespace SocialSelling.MailCatcher.Mails;

/// <summary>The newest mails, bounded in number and in bytes; nothing is kept beyond the process.</summary>
internal sealed class MailStore(IOptions<CatcherOptions> options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly LinkedList<CaughtMail> mails = [];
    private long lastId;
    private long bytes;

    public void Add(string sender, IReadOnlyList<string> recipients, byte[] content)
    {
        var parsed = MimePart.Parse(content);
        lock (gate)
        {
            mails.AddFirst(new CaughtMail(
                ++lastId, clock.GetUtcNow(), sender, recipients, content.Length, parsed.Headers, parsed.Header("Subject"),
                parsed.Find("text/plain"), parsed.Find("text/html")));
            bytes += content.Length;
            while (mails.Count > options.Value.MaxMails || (bytes > options.Value.MaxBytes && mails.Count > 1))
            {
                bytes -= mails.Last!.Value.Size;
                mails.RemoveLast();
            }
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CaughtMail> All()
    {
        lock (gate)
        {
            return [.. mails];
        }
    }

    public CaughtMail? Find(long id)
    {
        lock (gate)
        {
            return mails.FirstOrDefault(mail => mail.Id == id);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            mails.Clear();
            bytes = 0;
        }
    }
}
