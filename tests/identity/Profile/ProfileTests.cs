using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SocialSelling.Identity.Tests.Profile;

public sealed class ProfileTests(IdentityFactory factory)
{
    private const string Path = "/api/v1/users/me";

    private readonly HttpClient client = factory.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_AfterRegister_HasWhatWasSaid()
    {
        var person = await Person.RegisterAsync(client);

        var profile = await GetAsync(person);

        Assert.Equal((person.Email, "Ann Lee", "en", "FREE"), (
            Text(profile, "email"), Text(profile, "name"), Text(profile, "language"), Text(profile, "subscriptionTier")));
        Assert.Equal(JsonValueKind.Null, profile.GetProperty("avatarUrl").ValueKind);
        Assert.Equal(JsonValueKind.Null, profile.GetProperty("username").ValueKind);
    }

    [Fact]
    public async Task Patch_SomeFields_LeavesTheOthers()
    {
        var person = await Person.RegisterAsync(client);
        var username = NewUsername();

        await PatchedAsync(person, new { username = username.ToUpperInvariant(), bio = "Line one\nLine two", phone = "+351912345678" });
        await PatchedAsync(person, new { firstName = "Ann", lastName = "Lee", language = "pt", timezone = "Europe/Lisbon", name = "  Ann L. " });

        var profile = await GetAsync(person);
        Assert.Equal((username, "Line one\nLine two", "+351912345678", "Ann", "Lee", "pt", "Europe/Lisbon", "Ann L."), (
            Text(profile, "username"), Text(profile, "bio"), Text(profile, "phone"), Text(profile, "firstName"), Text(profile, "lastName"),
            Text(profile, "language"), Text(profile, "timezone"), Text(profile, "name")));
    }

    [Fact]
    public async Task Patch_Null_Clears()
    {
        var person = await Person.RegisterAsync(client);
        await PatchedAsync(person, new { username = NewUsername(), bio = "b", phone = "+351912345678", firstName = "Ann" });

        var profile = await PatchedAsync(person, new { username = (string?)null, bio = (string?)null, phone = (string?)null, firstName = (string?)null });

        Assert.All((string[])["username", "bio", "phone", "firstName"], field => Assert.Equal(JsonValueKind.Null, profile.GetProperty(field).ValueKind));
    }

    [Theory]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"A"}""", "name")]
    [InlineData("""{"name":"   "}""", "name")]
    [InlineData("""{"name":7}""", "name")]
    [InlineData("""{"language":null}""", "language")]
    [InlineData("""{"language":"english"}""", "language")]
    [InlineData("""{"timezone":null}""", "timezone")]
    [InlineData("""{"timezone":"Mars/Base"}""", "timezone")]
    [InlineData("""{"username":"ab"}""", "username")]
    [InlineData("""{"username":"ann lee"}""", "username")]
    [InlineData("""{"username":"ann\u00e9"}""", "username")]
    [InlineData("""{"phone":"912345678"}""", "phone")]
    [InlineData("""{"phone":"+0123456789"}""", "phone")]
    [InlineData("""{"phone":"+1234567890123456"}""", "phone")]
    [InlineData("""{"bio":"zero\u0000"}""", "bio")]
    [InlineData("""{"firstName":"two\nlines"}""", "firstName")]
    [InlineData("""{"firstName":""}""", "firstName")]
    [InlineData("""{"lastName":"\ud800"}""", "lastName")]
    [InlineData("""[]""", "body")]
    public async Task Patch_Rubbish_NamesTheField(string body, string field)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await SendAsync(person, HttpMethod.Patch, Path, body);

        Assert.Contains(field, await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Patch_BioTooLong_Refuses()
    {
        var person = await Person.RegisterAsync(client);

        using var response = await SendAsync(person, HttpMethod.Patch, Path, JsonSerializer.Serialize(new { bio = new string('b', 501) }));

        Assert.Equal(["bio"], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    [Fact]
    public async Task Patch_UsernameOfAnother_ConflictsWithoutCase()
    {
        var username = NewUsername();
        await PatchedAsync(await Person.RegisterAsync(client), new { username });
        var person = await Person.RegisterAsync(client);

        using var response = await SendAsync(person, HttpMethod.Patch, Path, JsonSerializer.Serialize(new { username = username.ToUpperInvariant() }));

        await Problem.AssertAsync(response, HttpStatusCode.Conflict, "USER_003");
    }

    [Fact]
    public async Task Patch_EmptyObject_ChangesNothing()
    {
        var person = await Person.RegisterAsync(client);
        var before = await GetAsync(person);

        var after = await PatchedAsync(person, new { });

        Assert.Equal(before.ToString(), after.ToString());
    }

    [Fact]
    public async Task Me_AfterPatch_KeepsItsExactShape()
    {
        var person = await Person.RegisterAsync(client);
        await PatchedAsync(person, new { username = NewUsername(), name = "Ann B. Lee" });

        using var response = await person.SendAsync(HttpMethod.Get, "/api/v1/auth/me");
        var me = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(["id", "email", "name", "language", "timezone", "subscription_tier"], me.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Ann B. Lee", Text(me, "name"));
    }

    [Fact]
    public async Task Preferences_Put_AreGivenBack()
    {
        var person = await Person.RegisterAsync(client);
        Assert.Equal("{}", await ReadPreferencesAsync(person));

        using var response = await SendAsync(person, HttpMethod.Put, $"{Path}/preferences", """{ "theme": "dark", "n": 1e2, "list": [true, null, "ação"] }""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var stored = JsonElement.Parse(await ReadPreferencesAsync(person));
        Assert.True(JsonElement.DeepEquals(stored, JsonElement.Parse("""{ "theme": "dark", "n": 100, "list": [true, null, "ação"] }""")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"a":"\u0000"}""")]
    [InlineData("""{"\u0000":1}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":1e308}""")]
    [InlineData("""{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{}}}}}}}}}""")]
    [InlineData("""{"a":""")]
    [InlineData("")]
    public async Task Preferences_Rubbish_Refuses(string body)
    {
        var person = await Person.RegisterAsync(client);

        using var response = await SendAsync(person, HttpMethod.Put, $"{Path}/preferences", body);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001");
        Assert.Equal("{}", await ReadPreferencesAsync(person));
    }

    [Fact]
    public async Task Preferences_TooLarge_Refuses()
    {
        var person = await Person.RegisterAsync(client);

        using var fits = await SendAsync(person, HttpMethod.Put, $"{Path}/preferences", $$"""{"a":"{{new string('x', 16376)}}"}""");
        using var large = await SendAsync(person, HttpMethod.Put, $"{Path}/preferences", $$"""{"a":"{{new string('x', 16377)}}"}""");

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        await Problem.AssertAsync(large, HttpStatusCode.RequestEntityTooLarge, "REQUEST_002");
    }

    private static string NewUsername() => $"u.{Guid.CreateVersion7():N}"[..30];

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();

    private static async Task<JsonElement> GetAsync(Person person)
    {
        using var response = await person.SendAsync(HttpMethod.Get, Path);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private async Task<JsonElement> PatchedAsync(Person person, object change)
    {
        using var response = await SendAsync(person, HttpMethod.Patch, Path, JsonSerializer.Serialize(change));
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private static async Task<string> ReadPreferencesAsync(Person person)
    {
        using var response = await person.SendAsync(HttpMethod.Get, $"{Path}/preferences");
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
    }

    private Task<HttpResponseMessage> SendAsync(Person person, HttpMethod method, string path, string body)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", person.Registered.AccessToken) },
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return client.SendAsync(request, Token);
    }
}
