using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocialSelling.Identity.Tests;

internal static class Problem
{
    /// <summary>Asserts a refusal and returns the fields it names.</summary>
    public static async Task<string[]> AssertAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal((int)status, problem.GetProperty("statusCode").GetInt32());
        return problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Select(error => error.GetProperty("field").GetString()!)]
            : [];
    }
}
