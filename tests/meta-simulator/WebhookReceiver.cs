using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using System.Web;

namespace SocialSelling.MetaSimulator.Tests;

/// <summary>The app's side of webhooks: keeps what it gets, answers what it is told to.</summary>
internal sealed class WebhookReceiver : HttpMessageHandler
{
    public const string VerifyToken = "a-verify-token-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();

    /// <summary>Status of the answer by the number of the POST, from 1; null never answers.</summary>
    public Func<int, int?> Answer { get; set; } = _ => 200;

    public bool Verifies { get; set; } = true;

    public int Count { get; private set; }

    public async Task<Received> NextAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await received.Reader.ReadAsync(timeout.Token);
    }

    public bool IsEmpty => received.Reader.Count == 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            return Verifies && query["hub.verify_token"] == VerifyToken
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(query["hub.challenge"]!) }
                : new HttpResponseMessage(HttpStatusCode.Forbidden);
        }

        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        int number;
        lock (received)
        {
            number = ++Count;
        }

        var signature = request.Headers.TryGetValues("X-Hub-Signature-256", out var values) ? values.Single() : null;
        received.Writer.TryWrite(new Received(body, signature));
        if (Answer(number) is not { } status)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Waiting for ever came to an end.");
        }

        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") };
    }
}

internal sealed record Received(byte[] Body, string? Signature)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Entry => JsonSerializer.Deserialize<JsonElement>(Body).GetProperty("entry")[0];

    public JsonElement Event => Entry.GetProperty("messaging")[0];

    public string Mid => Event.GetProperty("message").GetProperty("mid").GetString()!;

    public bool IsSigned => Signature
        == "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Simulator.AppSecret), Body));
}
