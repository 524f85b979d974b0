using System.Text.Json;
using Xunit;

namespace SocialSelling.MetaSimulator.Tests;

internal static class Errors
{
    public static void AssertError(JsonElement answer, int code, int? subcode = null)
    {
        var error = answer.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetInt32());
        Assert.Equal(subcode, error.TryGetProperty("error_subcode", out var found) ? found.GetInt32() : null);
        Assert.NotEqual("", error.GetProperty("message").GetString());
        Assert.NotEqual("", error.GetProperty("fbtrace_id").GetString());
    }

    public static async Task AssertErrorAsync(HttpResponseMessage response, int code, int? subcode = null) =>
        AssertError(await Simulator.JsonAsync(response), code, subcode);
}
