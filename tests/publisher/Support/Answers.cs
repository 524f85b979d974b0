using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace SocialSelling.Publisher.Tests.Support;

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>The answer is a problem with this code, and names the field where one is given.</summary>
    public static async Task AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code, string? field = null)
    {
        var problem = await response.JsonAsync(status);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        if (field is not null)
            Assert.Contains(problem.GetProperty("errors").EnumerateArray(), error => error.GetProperty("field").GetString() == field);
    }
}
