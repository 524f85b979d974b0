using Microsoft.EntityFrameworkCore;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Publisher.Data;

internal sealed class PublisherDbContext(DbContextOptions<PublisherDbContext> options) : ServiceDbContext(options)
{
    public DbSet<ClientAccount> ClientAccounts => Set<ClientAccount>();

    public DbSet<MediaAsset> MediaAssets => Set<MediaAsset>();

    public DbSet<ScheduledPost> ScheduledPosts => Set<ScheduledPost>();

    protected override string Schema => "publisher";
}
