using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialSelling.Testing;

namespace SocialSelling.E2E.Tests;

/// <summary>The mails that somebody got, as the development stack's catcher has them.</summary>
internal sealed partial class MailBox(Uri catcher, string address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = catcher };

    /// <summary>The single-use token in the link of a mail, which is waited for.</summary>
    /// <param name="page">The page the link leads to, such as <c>verify-email</c>.</param>
    /// <param name="ct">Cancels.</param>
    public Task<string> TokenAsync(string page, CancellationToken ct) => Eventually.Value(async () =>
    {
        foreach (var mail in await http.GetFromJsonAsync<JsonElement[]>($"api/mails?to={Uri.EscapeDataString(address)}", ct) ?? [])
        {
            var text = (await http.GetFromJsonAsync<JsonElement>($"api/mails/{mail.GetProperty("id").GetInt64()}", ct)).GetProperty("text").GetString()!;
            if (Link().Matches(text).FirstOrDefault(link => link.Groups["page"].Value == page) is { } found)
            {
                return found.Groups["token"].Value;
            }
        }

        return null;
    });

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"/account/(?<page>[a-z-]+)#(token|id)=(?<token>[\w-]+)")]
    private static partial Regex Link();
}
