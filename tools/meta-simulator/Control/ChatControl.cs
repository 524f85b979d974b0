using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.State;
using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Playing the customer, and the owner who answers on the phone.</summary>
internal static class ChatControl
{
    private const int LongestText = 20_000;

    public static void Map(RouteGroupBuilder control)
    {
        control.MapPost("/accounts/{account}/people/{person}/messages", CustomerWrites);
        control.MapGet("/accounts/{account}/people/{person}/chat", Chat);
        control.MapPost("/accounts/{account}/phone-messages", OwnerWrites);
    }

    internal sealed record CustomerText(string? Text);

    internal sealed record OwnerText(string? To, string? Text);

    private static async Task<IResult> CustomerWrites(
        string account, string person, CustomerText message, [FromServices] World world, [FromServices] WebhookPublisher webhooks,
        [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (!IsText(message.Text) || !AccountControl.IsHandle(person))
        {
            return ControlProblem.BadRequest("text is missing or too long, or the person is no handle");
        }

        ChatMessage written;
        lock (world.Gate)
        {
            if (world.FindAccount(account) is not { } found)
            {
                return ControlProblem.NotFound("account");
            }

            written = world.AddMessage(world.FindOrAddPerson(found, person), fromCustomer: true, message.Text!, clock.GetUtcNow());
        }

        await webhooks.PublishAsync(written, ct);
        return TypedResults.Json(new { written.Mid, written.Thread.Igsid });
    }

    private static async Task<IResult> OwnerWrites(
        string account, OwnerText message, [FromServices] World world, [FromServices] WebhookPublisher webhooks, [FromServices] TimeProvider clock,
        CancellationToken ct)
    {
        if (!IsText(message.Text) || message.To is null)
        {
            return ControlProblem.BadRequest("to and text are needed");
        }

        ChatMessage written;
        lock (world.Gate)
        {
            if (world.FindAccount(account)?.FindPerson(message.To) is not { } thread)
            {
                return ControlProblem.NotFound("account or person");
            }

            written = world.AddMessage(thread, fromCustomer: false, message.Text!, clock.GetUtcNow());
        }

        await webhooks.PublishAsync(written, ct);
        return TypedResults.Json(new { written.Mid, written.Thread.Igsid });
    }

    private static IResult Chat(string account, string person, int? limit, [FromServices] World world)
    {
        lock (world.Gate)
        {
            return world.FindAccount(account)?.FindPerson(person) is { } thread
                ? TypedResults.Json(thread.Messages.TakeLast(Math.Clamp(limit ?? 2_000, 1, 2_000)).Select(Describe).ToList())
                : ControlProblem.NotFound("account or person");
        }
    }

    private static bool IsText(string? text) => text is { Length: > 0 and <= LongestText };

    private static object Describe(ChatMessage message) =>
        new { message.Mid, From = message.FromCustomer ? "customer" : "business", message.Text, message.At };
}
