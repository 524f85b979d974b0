namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

public enum OrderState
{
    New,
    SentOut,
}

internal sealed class Order
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public required string CustomerName { get; set; }

    public OrderState State { get; set; }
}
