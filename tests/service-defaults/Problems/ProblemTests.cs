using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;
using SocialSelling.ServiceDefaults.Redis;
using SocialSelling.ServiceDefaults.Tests.Support;
using Answers = SocialSelling.ServiceDefaults.Problems.Problems;

namespace SocialSelling.ServiceDefaults.Tests.Problems;

public sealed record Shop([property: Required, MaxLength(5)] string Name, int Seats, Address? Address = null);

public sealed record Address([property: Required] string City);

public sealed class ProblemTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(
        new Uri("http://127.0.0.1:1"),
        app =>
        {
            app.MapPost("/shops", (Shop shop) => shop);
            app.MapGet("/shops/{id:guid}", (Guid id) => TypedResults.NotFound());
            app.MapGet("/number", (int value) => value);
            app.MapGet("/list", (PageQuery page) => page.PerPage);
            app.MapGet("/conflict", () => Answers.Conflict("MSG_003", "Conversation already closed"));
            app.MapGet("/busy", () => Answers.TooManyRequests("RATE_001", "Slow down", TimeSpan.FromSeconds(7)));
            app.MapGet("/broken", string () => throw new InvalidOperationException("the secret text"));
            app.MapGet("/redis", (RedisStore redis, CancellationToken ct) => redis.GetAsync("x", ct));
        },
        builder => builder.Services.AddValidation());

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Answer_OwnProblem_HasEveryMember()
    {
        var response = await host.Client.GetAsync("/conflict", TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(409, problem.GetProperty("status").GetInt32());
        Assert.Equal(409, problem.GetProperty("statusCode").GetInt32());
        Assert.Equal("MSG_003", problem.GetProperty("code").GetString());
        Assert.Equal("Conversation already closed", problem.GetProperty("message").GetString());
        Assert.Equal("Conversation already closed", problem.GetProperty("detail").GetString());
        Assert.Equal("Conflict", problem.GetProperty("title").GetString());
        Assert.Equal("/conflict", problem.GetProperty("path").GetString());
        Assert.Equal(DateTimeOffset.UtcNow, problem.GetProperty("timestamp").GetDateTimeOffset(), TimeSpan.FromMinutes(1));
        Assert.Equal(response.Headers.GetValues("X-Request-ID").Single(), problem.GetProperty("correlationId").GetString());
    }

    [Fact]
    public async Task Answer_TooManyRequests_CarriesRetryAfter()
    {
        var response = await host.Client.GetAsync("/busy", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("my-id_1.2", true)]
    [InlineData("has blank", false)]
    [InlineData("quote\"", false)]
    public async Task RequestId_SaneOrNot_TakenOrReplaced(string sent, bool taken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/conflict");
        request.Headers.TryAddWithoutValidation("X-Request-ID", sent);

        var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(taken, response.Headers.GetValues("X-Request-ID").Single() == sent);
    }

    [Theory]
    [InlineData("{\"name\":\"A\",\"seats\":\"many\"}", "seats")]
    [InlineData("{\"name\":7,\"seats\":1}", "name")]
    [InlineData("{\"name\":null,\"seats\":1}", "name")]
    [InlineData("{\"name\":\"A\",\"seats\":1,\"address\":{\"city\":[]}}", "address.city")]
    [InlineData("not json", "body")]
    [InlineData("", "shop")]
    public async Task Post_WrongType_400NamesTheField(string body, string field)
    {
        var response = await host.Client.PostAsync("/shops", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("VALIDATION_001", problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Post_FailsValidation_400WithErrors()
    {
        var response = await host.Client.PostAsJsonAsync("/shops", new { name = "too long", seats = 1, address = new { } }, TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("VALIDATION_001", problem.GetProperty("code").GetString());
        Assert.Equal(["address.city", "name"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).Order());
    }

    [Fact]
    public async Task Post_UnknownField_Ignored() => Assert.Equal(
        HttpStatusCode.OK,
        (await host.Client.PostAsJsonAsync("/shops", new { name = "A", seats = 1, colour = "red" }, TestContext.Current.CancellationToken)).StatusCode);

    [Theory]
    [InlineData("/number?value=abc", "value")]
    [InlineData("/number", "value")]
    [InlineData("/list?page=0", "page")]
    [InlineData("/list?perPage=101", "perPage")]
    [InlineData("/list?perPage=x", "perPage")]
    [InlineData("/list?page=99999999999", "page")]
    public async Task Get_ParameterOutOfBounds_400NamesIt(string path, string field)
    {
        var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var problem = await response.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "NOT_FOUND_001")]
    [InlineData("GET", "/shops/01890a5d-ac96-774b-bcce-b302099a8057", 404, "NOT_FOUND_001")]
    [InlineData("DELETE", "/conflict", 405, "REQUEST_001")]
    [InlineData("POST", "/shops", 415, "REQUEST_003")]
    [InlineData("GET", "/broken", 500, "INTERNAL_001")]
    [InlineData("GET", "/redis", 503, "GATEWAY_002")]
    public async Task Send_WhatTheFrameworkRefuses_ProblemToo(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "POST" ? new StringContent("text") : null;

        var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, await response.CodeAsync());
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BodyTooLarge_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/shops")
        {
            Content = new StringContent("{\"name\":\"" + new string('x', 5 * 1024 * 1024) + "\"}", Encoding.UTF8, "application/json"),
            Headers = { ExpectContinue = true },
        };

        var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("REQUEST_002", await response.CodeAsync());
    }
}
