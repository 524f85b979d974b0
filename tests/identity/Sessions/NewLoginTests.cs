using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.ServiceDefaults.Sealing;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Sessions;

public sealed class NewLoginTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_DeviceNotSeenBefore_IsToldOnceByMail()
    {
        await using var probe = await BusProbe.StartAsync(types => types.Capture<MailRequested>());
        var person = await Person.RegisterAsync(client);

        await LoginAsync(person, "curl/8.5.0");
        await LoginAsync(person, "curl/8.6.0");
        await LoginAsync(person, "wget/1.25");

        await Eventually.That(() => Task.FromResult(Devices(probe, person).Contains("wget")));
        Assert.Equal(["curl", "wget"], Devices(probe, person).Order(StringComparer.Ordinal));
    }

    private async Task LoginAsync(Person person, string userAgent)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login")
        {
            Content = JsonContent.Create(new { email = person.Email, password = Person.Password }),
            Headers = { { "User-Agent", userAgent } },
        };
        using var response = await client.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }

    private List<string> Devices(BusProbe probe, Person person) =>
    [
        .. probe.Of<MailRequested>().Where(mail => mail.Template == "new-login").Select(Open)
            .Where(content => content.To == person.Email).Select(content => content.Values["device"]),
    ];

    private MailContent Open(MailRequested mail)
    {
        var sealer = factory.Services.GetRequiredService<SecretSealer>();
        var bytes = sealer.Open(new(mail.SealingKeyId, Convert.FromBase64String(mail.SealedContent)), MailContent.Context(mail.MailId));
        return JsonSerializer.Deserialize<MailContent>(bytes)!;
    }
}
