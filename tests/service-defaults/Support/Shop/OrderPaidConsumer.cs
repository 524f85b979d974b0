using System.Collections.Concurrent;
using MassTransit;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

internal sealed class OrderPaidConsumer(ShopDbContext db, IEventOutbox outbox) : IConsumer<OrderPaid>
{
    public static ConcurrentDictionary<Guid, int> Attempts { get; } = new();

    public async Task Consume(ConsumeContext<OrderPaid> context)
    {
        var attempt = Attempts.AddOrUpdate(context.Message.OrderId, 1, (_, before) => before + 1);
        db.Orders.Add(new Order { Id = context.Message.OrderId, CustomerName = "Ada" });
        outbox.Add(new OrderPlaced(context.Message.OrderId, attempt));
        await db.SaveChangesAsync(context.CancellationToken);
        switch (context.Message.Instruction)
        {
            case "fail always":
            case "fail twice" when attempt <= 2:
                throw new InvalidOperationException("As asked.");
            case "transient six times" when attempt <= 6:
                throw new InvalidOperationException("As asked.", new TimeoutException());
        }
    }
}

internal sealed class OrderPaidConsumerDefinition : ConsumerDefinition<OrderPaidConsumer>
{
    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<OrderPaidConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseServiceInbox<ShopDbContext>(context);
}
