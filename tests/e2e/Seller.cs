using SocialSelling.Demo;

namespace SocialSelling.E2E.Tests;

/// <summary>A person who uses the suite through the gateway and reads their mail.</summary>
internal sealed class Seller : IDisposable
{
    private Seller(SuiteClient suite, MailBox mail, string email, string password, Guid workspace) =>
        (Suite, Mail, Email, Password, Workspace) = (suite, mail, email, password, workspace);

    public SuiteClient Suite { get; }

    public MailBox Mail { get; }

    public string Email { get; }

    public string Password { get; }

    /// <summary>The workspace made at the registration.</summary>
    public Guid Workspace { get; }

    /// <summary>Registers, and confirms the address by the link of the mail.</summary>
    public static async Task<Seller> RegisterAsync(StackFixture stack, CancellationToken ct)
    {
        var (email, password) = ($"seller-{Guid.NewGuid():N}@example.com", $"Aa1-{Guid.NewGuid():N}");
        var suite = new SuiteClient(stack.Addresses.Gateway);
        var answer = await suite.PostAsync("auth/register", new { email, password, name = "End-to-end seller" }, ct);
        suite.Authorize(answer.GetProperty("accessToken").GetString()!);
        var mail = new MailBox(StackFixture.MailCatcher, email);
        await suite.PostAsync("auth/email/verify", new { token = await mail.TokenAsync("verify-email", ct) }, ct);
        var workspaces = await suite.GetAsync("workspaces", ct);
        return new Seller(suite, mail, email, password, workspaces.GetProperty("data")[0].GetProperty("id").GetGuid());
    }

    public void Dispose()
    {
        Suite.Dispose();
        Mail.Dispose();
    }
}
