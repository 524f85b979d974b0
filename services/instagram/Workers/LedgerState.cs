namespace SocialSelling.Instagram.Workers;

/// <summary>How far the work is behind.</summary>
internal sealed record LedgerState(long Pending, double OldestSeconds, long Waiting, long UnknownSends);
