using SocialSelling.ServiceDefaults.Access;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Tests.Workspaces;

/// <summary>An owner and those who work for them.</summary>
internal sealed class Crew(IdentityFactory factory, Actor owner)
{
    public Actor Owner => owner;

    public Guid Workspace { get; } = owner.Workspace;

    public static async Task<Crew> OfAsync(IdentityFactory factory)
    {
        var crew = new Crew(factory, await Actor.RegisterAsync(factory.CreateClient()));
        await crew.VerifyAsync(crew.Owner);
        return crew;
    }

    /// <summary>A member with a session in the workspace.</summary>
    public async Task<Actor> JoinAsync(string role, params Guid[]? accounts)
    {
        var member = await Actor.RegisterAsync(factory.CreateClient());
        var (name, id) = Guid.TryParse(role, out _) ? ("custom", $"'{role}'") : (role, "NULL");
        var confined = accounts is { Length: > 0 } ? $"ARRAY[{string.Join(',', accounts.Select(account => $"'{account}'::uuid"))}]" : "NULL";
        await factory.Database.ExecuteAsync(
            $"""
            INSERT INTO identity.workspace_members (workspace_id, user_id, role, role_id, account_ids, created_at)
            VALUES ('{Workspace}', '{member.UserId}', '{name}', {id}, {confined}, now())
            """);
        await VerifyAsync(member);
        await member.SwitchAsync(Workspace);
        return member;
    }

    /// <summary>Whether the gateway would still take the token.</summary>
    public async Task<SessionState> StateAsync(Actor actor)
    {
        var guard = new SessionGuard(factory.Services.GetRequiredService<RedisStore>(), TimeProvider.System);
        return await guard.CheckAsync(
            actor.Claims.GetProperty("sessionId").GetGuid(), actor.Claims.GetProperty("tokenVersion").GetInt32(), TestContext.Current.CancellationToken);
    }

    public Task VerifyAsync(Actor actor, bool verified = true) =>
        factory.Database.ExecuteAsync($"UPDATE identity.users SET email_verified = {verified} WHERE id = '{actor.UserId}'");

    public Task SetTierAsync(Actor actor, string tier) =>
        factory.Database.ExecuteAsync($"UPDATE identity.users SET subscription_tier = '{tier}' WHERE id = '{actor.UserId}'");

    public Task AgeLoginAsync(Actor actor) => factory.Database.ExecuteAsync(
        $"UPDATE identity.sessions SET authenticated_at = now() - interval '1 hour' WHERE user_id = '{actor.UserId}'");
}
