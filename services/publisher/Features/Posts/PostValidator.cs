using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Domain;
using SocialSelling.Publisher.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Publisher.Features.Posts;

/// <summary>Meta's rules and the workspace's own data, checked before a post is planned; every problem is named at once.</summary>
internal sealed class PostValidator(PublisherDbContext db, IOptions<PublisherOptions> options, TimeProvider clock)
{
    /// <summary>The picture to post, or the problem.</summary>
    public async Task<(MediaAsset? Media, ProblemHttpResult? Problem)> ValidateAsync(
        SchedulePostRequest request, CurrentWorkspace workspace, CancellationToken ct)
    {
        var findings = new List<(string Code, FieldError Error)>();
        var account = await db.ClientAccounts.AsNoTracking().Within(workspace.Accounts, a => a.Id)
            .SingleOrDefaultAsync(a => a.Id == request.AccountId && a.WorkspaceId == workspace.Id, ct);
        var media = await db.MediaAssets.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.MediaId && m.WorkspaceId == workspace.Id, ct);

        if (account is not { IsActive: true, Channel: "instagram" })
            findings.Add(("IG_003", new FieldError("accountId", "The Instagram account is not connected.")));
        if (media is null)
            findings.Add((ErrorCodes.Validation, new FieldError("mediaId", "There is no such picture in the media library.")));
        else if (!media.FitsInstagramFeed)
            findings.Add(("POST_003", new FieldError("mediaId", $"Instagram takes ratios from 4:5 to 1.91:1; this picture has {media.Width}×{media.Height}.")));
        CheckCaption(request.Caption ?? "", findings);
        CheckCharacters("caption", request.Caption, findings);
        CheckCharacters("altText", request.AltText, findings);
        if (request.ScheduledTime < clock.GetUtcNow() - options.Value.PastTolerance)
            findings.Add((ErrorCodes.Validation, new FieldError("scheduledTime", "The time has passed.")));

        return findings.Count == 0 ? (media, null) : (null, ToProblem(findings));
    }

    private void CheckCaption(string caption, List<(string Code, FieldError Error)> findings)
    {
        if (CaptionText.CountHashtags(caption) > options.Value.MaxHashtags)
            findings.Add((ErrorCodes.Validation, new FieldError("caption", $"At most {options.Value.MaxHashtags} hashtags.")));
        if (CaptionText.CountMentions(caption) > options.Value.MaxMentions)
            findings.Add((ErrorCodes.Validation, new FieldError("caption", $"At most {options.Value.MaxMentions} mentions.")));
    }

    private static void CheckCharacters(string field, string? text, List<(string Code, FieldError Error)> findings)
    {
        if (!CaptionText.IsStorable(text)) findings.Add((ErrorCodes.Validation, new FieldError(field, "The text contains a character that cannot be stored.")));
    }

    // One specific finding gives the whole answer its code; several different ones are a plain validation failure.
    private static ProblemHttpResult ToProblem(List<(string Code, FieldError Error)> findings)
    {
        var code = findings.All(finding => finding.Code == findings[0].Code) ? findings[0].Code : ErrorCodes.Validation;
        var message = findings.Count == 1 ? findings[0].Error.Message : "The post cannot be scheduled";
        return Problems.BadRequest(code, message, [.. findings.Select(finding => finding.Error)]);
    }
}
