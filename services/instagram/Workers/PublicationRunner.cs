using Microsoft.EntityFrameworkCore;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Publishing;

namespace SocialSelling.Instagram.Workers;

/// <summary>Takes one publication step by step as far as it goes now. Each step is stored before it is taken and after.</summary>
internal sealed class PublicationRunner(
    InstagramDbContext db, AccountTokens tokens, ContainerSteps containers, PublishSteps publishing, PublicationEnd end, TimeProvider clock)
{
    public async Task RunAsync(Guid postId, CancellationToken ct)
    {
        var publication = await db.MediaPublications.SingleAsync(p => p.PostId == postId, ct);
        while (!publication.IsOver && publication.NextStepAt <= clock.GetUtcNow())
        {
            var (token, problem) = await tokens.GetAsync(publication.AccountId, ct);
            if (token is null)
            {
                end.Apply(publication, problem!);
            }
            else
            {
                await StepAsync(publication, token, ct);
            }

            await db.SaveChangesAsync(ct);
        }

        publication.Release();
        await db.SaveChangesAsync(ct);
    }

    private Task StepAsync(MediaPublication publication, AccountToken token, CancellationToken ct) => publication.State switch
    {
        // A crash while a container was made leaves at worst an unused one, which Meta forgets after a day.
        PublicationState.Requested or PublicationState.ContainerCreating => containers.CreateAsync(publication, token, ct),
        PublicationState.ContainerCreated => containers.LookAsync(publication, token, ct),
        PublicationState.Finished => publishing.PublishAsync(publication, token, ct),
        PublicationState.Publishing => publishing.FindOutAsync(publication, token, ct),
        _ => Task.CompletedTask,
    };
}
