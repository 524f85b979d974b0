namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

/// <summary>An event.</summary>
public sealed record OrderPlaced(Guid OrderId, int Number);

/// <summary>A command: its one receiver must have its queue before it can be delivered.</summary>
public sealed record ShipOrderRequested(Guid OrderId);

/// <summary>What the consumers of the tests listen to.</summary>
public sealed record OrderPaid(Guid OrderId, string Instruction);
