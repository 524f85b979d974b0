using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Identity.Data;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ServiceDbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<WorkspaceMember> WorkspaceMembers => Set<WorkspaceMember>();

    public DbSet<CustomRole> CustomRoles => Set<CustomRole>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<DataExport> DataExports => Set<DataExport>();

    public DbSet<DataExportPart> DataExportParts => Set<DataExportPart>();

    public DbSet<TotpCredential> TotpCredentials => Set<TotpCredential>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<RememberedDevice> RememberedDevices => Set<RememberedDevice>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditAnchor> AuditAnchors => Set<AuditAnchor>();
    public DbSet<OneTimeToken> OneTimeTokens => Set<OneTimeToken>();

    public DbSet<Mail> Mails => Set<Mail>();

    protected override string Schema => "identity";
}
