using Microsoft.EntityFrameworkCore;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Messaging.Data;

internal sealed class MessagingDbContext(DbContextOptions<MessagingDbContext> options) : ServiceDbContext(options)
{
    public DbSet<ClientAccount> ClientAccounts => Set<ClientAccount>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<ConversationCount> ConversationCounts => Set<ConversationCount>();

    protected override string Schema => "messaging";
}
