using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Tests;

public sealed class RegisterTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_ValidForm_AnswersExactlyTheSpecifiedMembers()
    {
        var email = Person.NewEmail();
        var response = await RegisterAsync(new { email, password = Person.Password, name = "Ann Lee", language = "pt", timezone = "Europe/Lisbon" });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(["accessToken", "refreshToken", "expiresIn", "tokenType", "user"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal((3600, "Bearer"), (body.GetProperty("expiresIn").GetInt32(), body.GetProperty("tokenType").GetString()));
        var user = body.GetProperty("user");
        Assert.Equal(["id", "email", "name", "language", "timezone", "subscription_tier"], user.EnumerateObject().Select(member => member.Name));
        Assert.Equal([email, "Ann Lee", "pt", "Europe/Lisbon", "FREE"], user.EnumerateObject().Skip(1).Select(member => member.Value.GetString()));
    }

    [Fact]
    public async Task Register_WithoutLanguageAndTimezone_UsesDefaults()
    {
        var person = await Person.RegisterAsync(client);

        Assert.Equal(("en", "UTC"), (person.Registered.User.Language, person.Registered.User.Timezone));
    }

    [Fact]
    public async Task Register_NewUser_OwnsADefaultWorkspaceThatTheTokenIsFor()
    {
        var person = await Person.RegisterAsync(client);
        var claims = Jwt.Payload(person.Registered.AccessToken);
        var member = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().WorkspaceMembers.SingleAsync(
            member => member.UserId == person.Registered.User.Id, Token));

        Assert.Equal(Roles.Owner, member.Role);
        Assert.Equal(member.WorkspaceId, claims.GetProperty("workspace").GetGuid());
        Assert.Equal(Permissions.All, claims.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!));
    }

    [Theory]
    [InlineData("Sh0rt")]
    [InlineData("alllower1")]
    [InlineData("ALLUPPER1")]
    [InlineData("NoDigitsHere")]
    [InlineData("Tab\tPassw0rd")]
    public async Task Register_WeakPassword_Refuses(string password)
    {
        var response = await RegisterAsync(Person.Form(Person.NewEmail(), password));

        Assert.Equal(["password"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "AUTH_003"));
    }

    [Fact]
    public async Task Register_PasswordOver128Characters_Refuses()
    {
        var response = await RegisterAsync(Person.Form(Person.NewEmail(), "Aa1" + new string('x', 126)));

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "AUTH_003");
    }

    [Theory]
    [InlineData("email", "not-an-address")]
    [InlineData("email", "two@@example.org")]
    [InlineData("email", "zero\0@example.org")]
    [InlineData("email", "")]
    [InlineData("name", "A")]
    [InlineData("name", "Zero\0Name")]
    [InlineData("language", "xx")]
    [InlineData("language", "PT")]
    [InlineData("timezone", "Mars/Olympus")]
    [InlineData("timezone", "../UTC")]
    [InlineData("timezone", "posixrules")]
    [InlineData("timezone", "leapseconds")]
    public async Task Register_InvalidField_NamesIt(string field, string value)
    {
        var form = new Dictionary<string, string> { ["email"] = Person.NewEmail(), ["password"] = Person.Password, ["name"] = "Ann Lee" };
        form[field] = value;

        var response = await RegisterAsync(form);

        Assert.Equal([field], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Register_SameEmailAtOnce_OneWins()
    {
        var email = Person.NewEmail();
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(index => RegisterAsync(Person.Form(index % 2 == 0 ? email : email.ToUpperInvariant()))));
        var refused = responses.Where(response => response.StatusCode != HttpStatusCode.Created).ToList();

        Assert.Equal(3, refused.Count);
        foreach (var response in refused)
        {
            await Problem.AssertAsync(response, HttpStatusCode.Conflict, "AUTH_002");
        }

        var users = await factory.InScopeAsync(services => services.GetRequiredService<IdentityDbContext>().Users.CountAsync(
            user => user.EmailKey == User.KeyOf(email), Token));
        Assert.Equal(1, users);
    }

    private Task<HttpResponseMessage> RegisterAsync(object form) => client.PostAsJsonAsync("/api/v1/auth/register", form, Token);
}
