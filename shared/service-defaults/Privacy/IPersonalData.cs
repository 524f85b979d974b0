namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>What a service holds of workspaces and of users: how it is copied out and how it is erased. Scoped.</summary>
/// <remarks>
/// Everything runs in short transactions, one piece or one batch each, on the service's own context. A crash loses the batch that was
/// running and nothing else. Files and steps are taken in their order, so that rows go before the rows they point to.
/// </remarks>
public interface IPersonalData
{
    /// <summary>All that belongs to a workspace, without secrets.</summary>
    IReadOnlyList<ExportFile> WorkspaceFiles { get; }

    /// <summary>All that names a user.</summary>
    IReadOnlyList<ExportFile> UserFiles { get; }

    /// <summary>How all rows and objects of a workspace go.</summary>
    IReadOnlyList<ErasureStep> WorkspaceErasure { get; }

    /// <summary>How what names a user goes, or becomes nameless where the row belongs to a workspace.</summary>
    IReadOnlyList<ErasureStep> UserErasure { get; }
}
