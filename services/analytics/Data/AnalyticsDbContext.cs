using Microsoft.EntityFrameworkCore;
using SocialSelling.Analytics.Domain;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Analytics.Data;

internal sealed class AnalyticsDbContext(DbContextOptions<AnalyticsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<ClientAccount> ClientAccounts => Set<ClientAccount>();

    public DbSet<AccountSnapshot> AccountSnapshots => Set<AccountSnapshot>();

    public DbSet<TrackedPost> TrackedPosts => Set<TrackedPost>();

    public DbSet<PostMetrics> PostMetrics => Set<PostMetrics>();

    public DbSet<PostMetricsDay> PostMetricsDays => Set<PostMetricsDay>();

    public DbSet<CollectionRun> CollectionRuns => Set<CollectionRun>();

    protected override string Schema => "analytics";
}
