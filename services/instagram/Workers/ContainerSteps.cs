using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Publishing;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>The steps before publishing: make a container, and wait until Meta has it ready.</summary>
internal sealed class ContainerSteps(InstagramDbContext db, GraphClient graph, PublicationEnd end, TimeProvider clock, IOptions<PublishingOptions> options)
{
    private const double Growth = 1.5;
    private const int MaxGrowths = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public async Task CreateAsync(MediaPublication publication, AccountToken token, CancellationToken ct)
    {
        publication.BeginContainer();
        await db.SaveChangesAsync(ct);
        var reply = await graph.PostFormAsync($"{token.PlatformAccountId}/media", token.AccessToken, Form(publication), ct);
        if (reply.IsOk && reply.Body.Id("id") is { } containerId)
        {
            publication.ContainerMade(containerId, clock.GetUtcNow());
            return;
        }

        end.Log(publication, "container creation", reply);
        end.Apply(publication, reply.IsOk ? PublishErrorTable.Unknown : reply.Judge(PublishErrorTable.Decide, PublishErrorTable.Unknown));
    }

    public async Task LookAsync(MediaPublication publication, AccountToken token, CancellationToken ct)
    {
        var reply = await graph.GetAsync($"{publication.ContainerId}?fields=status_code,status", token.AccessToken, ct);
        if (!reply.IsOk)
        {
            end.Log(publication, "container status", reply);
            end.Apply(publication, reply.Judge(PublishErrorTable.Decide, PublishErrorTable.Unknown));
            return;
        }

        switch (reply.Body.Text("status_code"))
        {
            case "FINISHED":
                publication.ContainerReady();
                break;
            case "PUBLISHED":
                publication.BeginPublishing(clock.GetUtcNow());
                break;
            case "ERROR":
                end.Log(publication, "container preparation", reply);
                end.Apply(publication, PublishErrorTable.DecideContainer(reply.Body.Text("status")));
                break;
            case "EXPIRED":
                publication.StartOver(clock.GetUtcNow());
                break;
            default:
                Wait(publication);
                break;
        }
    }

    private void Wait(MediaPublication publication)
    {
        var now = clock.GetUtcNow();
        if (now - publication.ContainerCreatedAt > options.Value.ContainerDeadline)
        {
            end.Fail(publication, PublishErrorTable.ContainerNeverReady);
            return;
        }

        var pause = options.Value.ContainerPoll * Math.Pow(Growth, Math.Min(publication.Looks, MaxGrowths));
        publication.LookAgain(now + (pause < LongestPause ? pause : LongestPause));
    }

    private static Dictionary<string, string> Form(MediaPublication publication)
    {
        var form = new Dictionary<string, string> { ["image_url"] = publication.ImageUrl };
        if (!string.IsNullOrEmpty(publication.Caption))
        {
            form["caption"] = publication.Caption;
        }

        if (!string.IsNullOrEmpty(publication.AltText))
        {
            form["alt_text"] = publication.AltText;
        }

        return form;
    }
}
