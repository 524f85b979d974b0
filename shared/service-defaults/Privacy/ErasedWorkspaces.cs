using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Asks whether a workspace was erased. Whoever writes rows outside of <c>UseServiceInbox</c>, which asks by itself, asks in the transaction that writes.</summary>
public static class ErasedWorkspaces
{
    /// <summary>Whether the workspace is gone.</summary>
    public static Task<bool> IsErasedAsync(this ServiceDbContext db, Guid workspaceId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<ErasedWorkspace>().AnyAsync(erased => erased.WorkspaceId == workspaceId, ct);
    }

    /// <summary>Those of the workspaces that are gone; for batches on raw Npgsql.</summary>
    public static async Task<IReadOnlySet<Guid>> AmongAsync(NpgsqlConnection connection, Guid[] workspaceIds, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT workspace_id FROM erased_workspaces WHERE workspace_id = ANY($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = workspaceIds });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var erased = new HashSet<Guid>();
        while (await reader.ReadAsync(ct)) erased.Add(reader.GetGuid(0));
        return erased;
    }
}
