using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Lockout;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests;

public sealed class LockoutTests(IdentityFactory factory)
{
    private const string Wrong = "Wrong-Passw0rd";
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_GuessesAtOnce_GetNoMoreThanTheirNumber()
    {
        var person = await Person.RegisterAsync(client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => LoginAsync(person.Email, Wrong)));

        Assert.Equal(IdentityFactory.LoginAttempts, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(10 - IdentityFactory.LoginAttempts, answers.Count(answer => answer.StatusCode == HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Guess_ServiceTooBusyToLook_CountsForNothing()
    {
        var guard = factory.Services.GetRequiredService<LoginGuard>();
        var lane = LoginLane.OfSession(Person.NewEmail(), Guid.CreateVersion7());

        for (var guess = 0; guess < 3 * IdentityFactory.LoginAttempts; guess++)
        {
            var attempt = await guard.BeginAsync(lane, Token);
            Assert.Null(attempt.Wait);
            await Assert.ThrowsAsync<BusyException>(() => guard.LookAsync<bool>(attempt, () => throw new BusyException("busy")));
        }

        for (var guess = 0; guess < IdentityFactory.LoginAttempts; guess++)
        {
            Assert.Null((await guard.BeginAsync(lane, Token)).Wait);
        }

        Assert.NotNull((await guard.BeginAsync(lane, Token)).Wait);
    }

    [Fact]
    public async Task Guess_LastFreeOneNotLookedAt_LeavesThoseBeforeIt()
    {
        var guard = factory.Services.GetRequiredService<LoginGuard>();
        var lane = LoginLane.OfSession(Person.NewEmail(), Guid.CreateVersion7());
        for (var guess = 1; guess < IdentityFactory.LoginAttempts; guess++)
        {
            await guard.BeginAsync(lane, Token);
        }

        var last = await guard.BeginAsync(lane, Token);
        Assert.NotNull(last.Lock);
        await Assert.ThrowsAsync<BusyException>(() => guard.LookAsync<bool>(last, () => throw new BusyException("busy")));

        Assert.NotNull((await guard.BeginAsync(lane, Token)).Lock);
    }

    [Fact]
    public async Task Login_UnknownAccount_LocksAlike()
    {
        var email = Person.NewEmail();
        await FailAsync(email);

        using var response = await LoginAsync(email, Wrong);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_006");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Login_LockedByStrangers_LetsTheKnownDeviceInAndTellsTheOwnerOnce()
    {
        var person = await Person.RegisterAsync(client);
        var cookie = await DeviceAsync(person);
        await FailAsync(person.Email);
        using var stranger = await LoginAsync(person.Email, Person.Password);

        using var owner = await LoginAsync(person.Email, Person.Password, cookie);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (stranger.StatusCode, owner.StatusCode));
        await factory.Mails.ReceivedAsync(person.Email, "held up");
        Assert.Single(factory.Mails.To(person.Email), mail => mail.Subject.Contains("held up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Login_GuessesFromAKnownDevice_LockThatDeviceOnly()
    {
        var person = await Person.RegisterAsync(client);
        var cookie = await DeviceAsync(person);
        for (var attempt = 0; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var failed = await LoginAsync(person.Email, Wrong, cookie);
        }

        using var device = await LoginAsync(person.Email, Person.Password, cookie);
        using var elsewhere = await LoginAsync(person.Email, Person.Password);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (device.StatusCode, elsewhere.StatusCode));
    }

    [Fact]
    public async Task Login_CookieOfAnotherAccountOrForged_IsAStranger()
    {
        var (person, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        var (cookie, others) = (await DeviceAsync(person), await DeviceAsync(other));
        await FailAsync(person.Email);
        var name = cookie[..cookie.IndexOf('=', StringComparison.Ordinal)];

        foreach (var value in (string[])[others[(others.IndexOf('=', StringComparison.Ordinal) + 1)..], "test.AAAA", "x", "test.", "nokey.AAAAAAAA"])
        {
            using var response = await LoginAsync(person.Email, Person.Password, $"{name}={value}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task Login_SecondLock_IsTwiceAsLong()
    {
        var email = Person.NewEmail();
        await FailAsync(email);
        await factory.Services.GetRequiredService<RedisStore>().DeleteAsync($"{LoginLane.Strangers(User.KeyOf(email))}:lock", Token);
        await FailAsync(email);

        using var response = await LoginAsync(email, Wrong);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_006");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(28), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Login_OnePasswordOnManyAccounts_LocksTheAddress()
    {
        await using var other = factory.WithWebHostBuilder(builder =>
        {
            builder.WithoutWorkers().UseSetting("Identity:Lockout:AddressAttempts", "4");
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new FromAddress(new IPAddress(RandomNumberGenerator.GetBytes(16)))));
        });
        using var sprayer = other.CreateClient();
        var colleague = await Person.RegisterAsync(sprayer);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var failed = await LoginAsync(Person.NewEmail(), Wrong, via: sprayer);
            Assert.Equal(HttpStatusCode.Unauthorized, failed.StatusCode);
        }

        using var stranger = await LoginAsync(Person.NewEmail(), Wrong, via: sprayer);
        using var known = await LoginAsync(colleague.Email, Person.Password, via: sprayer);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (stranger.StatusCode, known.StatusCode));
    }

    [Fact]
    public async Task Login_UnknownAccountOrWrongPassword_IsTheSameWork()
    {
        var person = await Person.RegisterAsync(client);
        var gate = factory.Services.GetRequiredService<PasswordGate>();
        var before = gate.Begun;
        using var wrong = await LoginAsync(person.Email, Wrong);
        var between = gate.Begun;
        using var unknown = await LoginAsync(Person.NewEmail(), Wrong);

        // Other tests hash at the same time: neither may have done without.
        Assert.True(between > before && gate.Begun > between);
        Assert.Equal(await wrong.Content.ReadFromJsonAsync<Answer>(Token), await unknown.Content.ReadFromJsonAsync<Answer>(Token));
    }

    private async Task<string> DeviceAsync(Person person)
    {
        using var response = await LoginAsync(person.Email, Person.Password);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("known-", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        return cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    private async Task FailAsync(string email)
    {
        for (var attempt = 0; attempt < IdentityFactory.LoginAttempts; attempt++)
        {
            using var failed = await LoginAsync(email, Wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, failed.StatusCode);
        }
    }

    private Task<HttpResponseMessage> LoginAsync(string email, string password, string? cookie = null, HttpClient? via = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login") { Content = JsonContent.Create(new { email, password }) };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        // A client that keeps no cookies: the test's own would make every login one of a known device.
        return (via ?? Cookieless()).SendAsync(request, Token);
    }

    private HttpClient Cookieless() => factory.CreateClient(new() { HandleCookies = false });

    private sealed record Answer(string Code, string Message);

    private sealed class FromAddress(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = address;
                return rest(http);
            });
            next(app);
        };
    }
}
