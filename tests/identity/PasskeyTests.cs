using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialSelling.Identity.Tests;

public sealed class PasskeyTests(IdentityFactory factory)
{
    private readonly HttpClient client = factory.CreateClient();

    [Fact]
    public async Task Add_NewPasskey_IsListed()
    {
        using var authenticator = new SoftAuthenticator();
        var person = await Person.RegisterAsync(client);

        using var response = await AddAsync(person, authenticator);
        var added = await MfaPerson.JsonAsync(response);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("My phone", added.GetProperty("name").GetString());
        Assert.Equal($"/api/v1/passkeys/{added.GetProperty("id").GetGuid()}", response.Headers.Location?.OriginalString);
        Assert.Equal(added.GetProperty("id").GetGuid(), Assert.Single(await ListAsync(person)).GetProperty("id").GetGuid());
        using var one = await person.SendAsync(HttpMethod.Get, response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, one.StatusCode);
    }

    [Fact]
    public async Task CreationOptions_OfTheUser_NameTheSuiteAndAskForVerification()
    {
        using var authenticator = new SoftAuthenticator();
        var person = await Person.RegisterAsync(client);
        using var first = await AddAsync(person, authenticator);

        var options = (await CreationOptionsAsync(person)).GetProperty("publicKey");

        Assert.Equal("suite.test", options.GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal(person.Email, options.GetProperty("user").GetProperty("name").GetString());
        Assert.Equal("required", options.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.Equal("required", options.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
        Assert.Equal(1, options.GetProperty("excludeCredentials").GetArrayLength());
    }

    [Fact]
    public async Task Login_Passkey_AnswersTheExactTokensAndCountsAsBothFactors()
    {
        using var authenticator = new SoftAuthenticator();
        var person = await MfaPerson.EnrolAsync(factory, client);
        using var added = await AddAsync(person.Person, authenticator);

        using var response = await LoginAsync(authenticator);
        var members = (await MfaPerson.JsonAsync(response)).EnumerateObject().Select(member => member.Name).ToList();
        using var again = await LoginAsync(authenticator);
        using var sensitive = await Person.SendAsync(
            client, HttpMethod.Post, "/api/v1/mfa/recovery-codes", (await Person.ReadAsync(again)).AccessToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["accessToken", "refreshToken", "expiresIn", "tokenType", "user"], members);
        Assert.Equal(HttpStatusCode.OK, sensitive.StatusCode);
        Assert.NotEqual(JsonValueKind.Null, Assert.Single(await ListAsync(person.Person)).GetProperty("lastUsedAt").ValueKind);
    }

    [Fact]
    public async Task Login_SameAnswerAtOnce_OneWins()
    {
        using var authenticator = new SoftAuthenticator { SignCount = 1 };
        var person = await Person.RegisterAsync(client);
        using var added = await AddAsync(person, authenticator);
        authenticator.SignCount = 2;
        var options = await LoginOptionsAsync();
        var credential = authenticator.Sign(options.GetProperty("publicKey"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LoginAsync(options, credential)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
    }

    [Theory]
    [InlineData("https://evil.test", "suite.test", true)]
    [InlineData("http://suite.test", "suite.test", true)]
    [InlineData("https://suite.test", "evil.test", true)]
    [InlineData("https://suite.test", "suite.test", false)]
    public async Task Add_OtherOriginOtherSuiteOrUnverifiedUser_Refuses(string origin, string relyingParty, bool verified)
    {
        using var authenticator = new SoftAuthenticator { Origin = origin, RelyingParty = relyingParty, VerifiesUser = verified };
        var person = await Person.RegisterAsync(client);

        using var response = await AddAsync(person, authenticator);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "PASSKEY_001");
        Assert.Empty(await ListAsync(person));
    }

    [Fact]
    public async Task Add_ChallengeOfAnother_Refuses()
    {
        using var authenticator = new SoftAuthenticator();
        var (person, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        var options = await CreationOptionsAsync(other);

        using var response = await AddAsync(person, authenticator, options);

        await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "PASSKEY_001");
    }

    [Fact]
    public async Task Add_SameChallengeOrSamePasskeyTwice_Refuses()
    {
        using var authenticator = new SoftAuthenticator();
        var (person, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        var options = await CreationOptionsAsync(person);
        using var first = await AddAsync(person, authenticator, options);

        using var challenge = await AddAsync(person, authenticator, options);
        using var passkey = await AddAsync(other, authenticator);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await Problem.AssertAsync(challenge, HttpStatusCode.BadRequest, "PASSKEY_001");
        await Problem.AssertAsync(passkey, HttpStatusCode.BadRequest, "PASSKEY_001");
    }

    [Fact]
    public async Task Login_ForgedWrongCounterOrCreationChallenge_Refuses()
    {
        using var authenticator = new SoftAuthenticator { SignCount = 5 };
        var person = await Person.RegisterAsync(client);
        using var added = await AddAsync(person, authenticator);

        using var cloned = await LoginAsync(authenticator);
        authenticator.SignCount = 6;
        var options = await LoginOptionsAsync();
        var forged = JsonNode.Parse(authenticator.Sign(options.GetProperty("publicKey")).GetRawText())!;
        forged["response"]!["signature"] = "MEUCIQDKZokqnCjrRtw5_1SCYTGkxvqgQkT6hnJjKKxJ0rDlTQIgQQaqM6jX6rPhDKQ2QX5r7zMMm1rbD5mWcUi7j4AXxhE";
        using var signature = await LoginAsync(options, JsonSerializer.SerializeToElement(forged));
        var creation = await CreationOptionsAsync(person);
        using var mixed = await LoginAsync(creation, authenticator.Sign(creation.GetProperty("publicKey")));
        using var right = await LoginAsync(authenticator);

        await Problem.AssertAsync(cloned, HttpStatusCode.Unauthorized, "PASSKEY_001");
        await Problem.AssertAsync(signature, HttpStatusCode.Unauthorized, "PASSKEY_001");
        await Problem.AssertAsync(mixed, HttpStatusCode.Unauthorized, "PASSKEY_001");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Remove_OwnPasskey_OpensNothingAnyMore()
    {
        using var authenticator = new SoftAuthenticator();
        var (person, other) = (await Person.RegisterAsync(client), await Person.RegisterAsync(client));
        using var added = await AddAsync(person, authenticator);
        var path = added.Headers.Location!.OriginalString;

        using var strangers = await other.SendAsync(HttpMethod.Delete, path);
        using var renamed = await MfaPerson.SendAsync(client, person.Registered.AccessToken, HttpMethod.Patch, path, new { name = " Key ring " });
        using var strangersName = await MfaPerson.SendAsync(client, other.Registered.AccessToken, HttpMethod.Patch, path, new { name = "x" });
        using var removed = await person.SendAsync(HttpMethod.Delete, path);
        using var login = await LoginAsync(authenticator);

        await Problem.AssertAsync(strangers, HttpStatusCode.NotFound, "PASSKEY_002");
        Assert.Equal("Key ring", (await MfaPerson.JsonAsync(renamed)).GetProperty("name").GetString());
        await Problem.AssertAsync(strangersName, HttpStatusCode.NotFound, "PASSKEY_002");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await Problem.AssertAsync(login, HttpStatusCode.Unauthorized, "PASSKEY_001");
    }

    [Fact]
    public async Task Login_DisabledUser_Refuses()
    {
        using var authenticator = new SoftAuthenticator();
        var person = await Person.RegisterAsync(client);
        using var added = await AddAsync(person, authenticator);
        await factory.Database.ExecuteAsync($"UPDATE identity.users SET disabled_at = now() WHERE id = '{person.Registered.User.Id}'");

        using var response = await LoginAsync(authenticator);

        await Problem.AssertAsync(response, HttpStatusCode.Forbidden, "AUTH_009");
    }

    [Fact]
    public async Task StepUp_OwnPasskey_RenewsTheLoginAnothersDoesNot()
    {
        using var authenticator = new SoftAuthenticator();
        using var anothers = new SoftAuthenticator();
        var (person, other) = (await MfaPerson.EnrolAsync(factory, client), await Person.RegisterAsync(client));
        using var added = await AddAsync(person.Person, authenticator);
        using var addedToo = await AddAsync(other, anothers);
        await factory.Database.ExecuteAsync(
            $"UPDATE identity.sessions SET authenticated_at = now() - interval '1 hour', second_factor_at = now() - interval '1 hour' WHERE user_id = '{person.Id}'");

        using var wrong = await person.StepUpAsync(new { passkey = await ProofAsync(anothers) });
        using var stale = await person.Person.SendAsync(HttpMethod.Post, "/api/v1/mfa/recovery-codes");
        using var right = await person.StepUpAsync(new { passkey = await ProofAsync(authenticator) });
        using var fresh = await person.Person.SendAsync(HttpMethod.Post, "/api/v1/mfa/recovery-codes");

        await Problem.AssertAsync(wrong, HttpStatusCode.Unauthorized, "PASSKEY_001");
        await Problem.AssertAsync(stale, HttpStatusCode.Forbidden, "AUTH_008");
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Theory]
    [InlineData("""{"ceremony":"x","credential":{}}""", 401, "PASSKEY_001")]
    [InlineData("""{"ceremony":"x","credential":"AAAA"}""", 401, "PASSKEY_001")]
    [InlineData("""{"ceremony":"x"}""", 400, "VALIDATION_001")]
    [InlineData("""{"credential":{}}""", 400, "VALIDATION_001")]
    public async Task Login_Rubbish_Refuses(string body, int status, string code)
    {
        using var response = await MfaPerson.PostAsync(client, null, "/api/v1/auth/passkey/login", JsonSerializer.Deserialize<JsonElement>(body));

        await Problem.AssertAsync(response, (HttpStatusCode)status, code);
    }

    [Theory]
    [InlineData("""{"id":"","type":"public-key"}""")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","authenticatorData":"AA","signature":"AA","userHandle":"AA"}}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    public async Task Login_RubbishForARealChallenge_Refuses(string credential)
    {
        var options = await LoginOptionsAsync();

        using var response = await LoginAsync(options, JsonSerializer.Deserialize<JsonElement>(credential));

        Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> AddAsync(Person person, SoftAuthenticator authenticator, JsonElement? options = null) =>
        AddAsync(client, person, authenticator, options);

    private static async Task<HttpResponseMessage> AddAsync(HttpClient client, Person person, SoftAuthenticator authenticator, JsonElement? given)
    {
        var options = given ?? await CreationOptionsAsync(client, person);
        return await MfaPerson.PostAsync(client, person.Registered.AccessToken, "/api/v1/passkeys", new
        {
            ceremony = options.GetProperty("ceremony").GetString(),
            credential = authenticator.Create(options.GetProperty("publicKey")),
            name = "My phone",
        });
    }

    private Task<JsonElement> CreationOptionsAsync(Person person) => CreationOptionsAsync(client, person);

    private static async Task<JsonElement> CreationOptionsAsync(HttpClient client, Person person)
    {
        using var response = await MfaPerson.PostAsync(client, person.Registered.AccessToken, "/api/v1/passkeys/creation-options");
        return await MfaPerson.JsonAsync(response);
    }

    private async Task<JsonElement> LoginOptionsAsync()
    {
        using var response = await MfaPerson.PostAsync(client, null, "/api/v1/auth/passkey/options");
        return await MfaPerson.JsonAsync(response);
    }

    private async Task<object> ProofAsync(SoftAuthenticator authenticator)
    {
        var options = await LoginOptionsAsync();
        return new { ceremony = options.GetProperty("ceremony").GetString(), credential = authenticator.Sign(options.GetProperty("publicKey")) };
    }

    private async Task<HttpResponseMessage> LoginAsync(SoftAuthenticator authenticator)
    {
        var options = await LoginOptionsAsync();
        return await LoginAsync(options, authenticator.Sign(options.GetProperty("publicKey")));
    }

    private Task<HttpResponseMessage> LoginAsync(JsonElement options, JsonElement credential) => MfaPerson.PostAsync(
        client, null, "/api/v1/auth/passkey/login", new { ceremony = options.GetProperty("ceremony").GetString(), credential });

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(Person person)
    {
        using var response = await person.SendAsync(HttpMethod.Get, "/api/v1/passkeys");
        return [.. (await MfaPerson.JsonAsync(response)).GetProperty("data").EnumerateArray()];
    }
}
