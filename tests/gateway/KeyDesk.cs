using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.Testing;

namespace SocialSelling.Gateway.Tests;

/// <summary>What identity does for API keys, at the back end that stands for it.</summary>
public sealed class KeyDesk
{
    private readonly ConcurrentDictionary<string, IssuedKey> keys = new();
    private readonly ConcurrentDictionary<string, int> questions = new();
    private readonly ConcurrentDictionary<string, int> refusals = new();

    public async Task<IssuedKey> IssueAsync()
    {
        var id = Guid.NewGuid();
        var key = new IssuedKey(id, ApiKeyText.Create().Key, TestTokens.Create(id, Guid.NewGuid(), id, TimeSpan.FromMinutes(10), "posts.read"));
        keys[HashOf(key.Text)] = key;
        await GatewayHost.SignInAsync(id);
        return key;
    }

    public async Task RevokeAsync(IssuedKey key)
    {
        keys.TryRemove(HashOf(key.Text), out _);
        await GatewayHost.SignOutAsync(key.Id);
    }

    public void Refuse(string key, int status) => refusals[HashOf(key)] = status;

    public int QuestionsAbout(string key) => questions.GetValueOrDefault(HashOf(key));

    public async Task<bool> AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/internal/api-keys/exchange")
        {
            return false;
        }

        var request = await context.Request.ReadFromJsonAsync<JsonElement>();
        var hash = request.GetProperty("keyHash").GetString()!;
        questions.AddOrUpdate(hash, 1, (_, count) => count + 1);
        if (refusals.TryGetValue(hash, out var status) || !keys.TryGetValue(hash, out var key))
        {
            context.Response.StatusCode = status == 0 ? StatusCodes.Status404NotFound : status;
            return true;
        }

        await GatewayHost.SignInAsync(key.Id);
        await context.Response.WriteAsJsonAsync(new { accessToken = key.Token, expiresIn = 600 });
        return true;
    }

    private static string HashOf(string key) => Convert.ToBase64String(ApiKeyText.Hash(key));
}

public sealed record IssuedKey(Guid Id, string Text, string Token);
