using Microsoft.EntityFrameworkCore;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Messaging.Data;

internal sealed class MessagingDbContext(DbContextOptions<MessagingDbContext> options) : ServiceDbContext(options)
{
    public DbSet<ClientAccount> ClientAccounts => Set<ClientAccount>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<ConversationCount> ConversationCounts => Set<ConversationCount>();

    protected override string Schema => "messaging";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // One event tells of a whole batch; PostgreSQL's default compression took a sixth of the time that storing the batch takes.
        modelBuilder.Entity<OutboxMessage>().Property(message => message.Payload).UseCompressionMethod("lz4");
    }
}
