using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Admin;

namespace SocialSelling.Identity.Tests.Admin;

public sealed class CreateAdminTests(IdentityFactory factory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_NewUserWithPassword_LogsInAndAdministers()
    {
        var email = Person.NewEmail();

        var (succeeded, message) = await CreateAsync(email, Person.Password);
        var (again, repeated) = await CreateAsync(email, Person.Password);

        Assert.True(succeeded, message);
        Assert.True(again);
        Assert.Contains("already", repeated, StringComparison.Ordinal);
        var token = (await LoginAsync(email, Person.Password))!;
        using var users = await Person.SendAsync(factory.CreateClient(), HttpMethod.Get, "/api/v1/admin/users", token);
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);
    }

    [Fact]
    public async Task Create_NewUserWithoutPassword_GetsALinkThatIsGoodOnce()
    {
        var email = Person.NewEmail();
        var (succeeded, message) = await CreateAsync(email, null);
        var token = Regex.Match(message, "#token=([A-Za-z0-9_-]{43})").Groups[1].Value;

        using var chosen = await factory.CreateClient().PostAsJsonAsync("/api/v1/auth/password/reset", new { token, newPassword = "Anoth3r-Passw0rd" }, Token);
        using var twice = await factory.CreateClient().PostAsJsonAsync("/api/v1/auth/password/reset", new { token, newPassword = "Anoth3r-Passw0rd" }, Token);

        Assert.True(succeeded, message);
        Assert.True(chosen.IsSuccessStatusCode, await chosen.Content.ReadAsStringAsync(Token));
        Assert.False(twice.IsSuccessStatusCode);
        Assert.NotNull(await LoginAsync(email, "Anoth3r-Passw0rd"));
    }

    [Fact]
    public async Task Create_KnownUser_PromotesAndKeepsThePassword()
    {
        var person = await Person.RegisterAsync(factory.CreateClient());

        var (succeeded, message) = await CreateAsync(person.Email.ToUpperInvariant(), "Anoth3r-Passw0rd");

        Assert.True(succeeded, message);
        Assert.NotNull(await LoginAsync(person.Email, Person.Password));
        Assert.Null(await LoginAsync(person.Email, "Anoth3r-Passw0rd"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("nobody", null)]
    [InlineData("admin@example.org", "weak")]
    public async Task Create_Rubbish_IsRefusedWithAReason(string email, string? password)
    {
        var (succeeded, message) = await CreateAsync(email, password);

        Assert.False(succeeded);
        Assert.NotEmpty(message);
    }

    [Fact]
    public async Task Create_DisabledUser_IsRefused()
    {
        var person = await Person.RegisterAsync(factory.CreateClient());
        await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Users.Where(user => user.Id == person.Registered.User.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, DateTimeOffset.UtcNow), Token));

        Assert.False((await CreateAsync(person.Email, null)).Succeeded);
    }

    private Task<(bool Succeeded, string Message)> CreateAsync(string email, string? password) =>
        factory.InScopeAsync(services => services.GetRequiredService<AdminCreation>().CreateAsync(email, password, Token));

    private async Task<string?> LoginAsync(string email, string password)
    {
        using var response = await factory.CreateClient().PostAsJsonAsync("/api/v1/auth/login", new { email, password }, Token);
        return response.IsSuccessStatusCode ? (await Person.ReadAsync(response)).AccessToken : null;
    }
}
