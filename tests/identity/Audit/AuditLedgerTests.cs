using SocialSelling.Contracts.Identity;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests.Audit;

public sealed class AuditLedgerTests(IdentityFactory factory)
{
    [Fact]
    public async Task Append_ManyWritersAtOnce_MakeOneChainWithoutGaps()
    {
        var chain = Guid.CreateVersion7();
        var entries = Enumerable.Range(0, 120).Select(_ => AuditEvents.Create(chain)).ToArray();

        await Task.WhenAll(entries.Chunk(10).Select(batch => factory.AppendAsync(batch)));

        var stored = await factory.ReadChainAsync(chain);
        Assert.Equal(entries.Select(entry => entry.EntryId).Order(), stored.Select(entry => entry.Id).Order());
        Assert.Equal(Enumerable.Range(1, 120).Select(number => (long)number), stored.Select(entry => entry.Sequence));
        Assert.All(stored.Zip(stored.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
        Assert.All(stored, entry => Assert.Equal(entry.ComputeHash(), entry.Hash));
    }

    [Fact]
    public async Task Append_BatchesThatMeetInTwoChains_DoNotLockEachOtherOut()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => number % 2 == 0
            ? factory.AppendAsync(AuditEvents.Create(first), AuditEvents.Create(second))
            : factory.AppendAsync(AuditEvents.Create(second), AuditEvents.Create(first))));

        Assert.Equal(10, (await factory.ReadChainAsync(first)).Count);
        Assert.Equal(10, (await factory.ReadChainAsync(second)).Count);
    }

    [Fact]
    public async Task Append_TheSameEntriesTwiceAndAtOnce_KeepsEachOnce()
    {
        var chain = Guid.CreateVersion7();
        var entry = AuditEvents.Create(chain);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => factory.AppendAsync(entry, entry)));

        Assert.Equal([entry.EntryId], (await factory.ReadChainAsync(chain)).Select(stored => stored.Id));
    }

    [Fact]
    public async Task Append_WhatNoTableTakes_IsMadeToFitAndStillMatchesItsHash()
    {
        var chain = Guid.CreateVersion7();
        await factory.AppendAsync(AuditEvents.Create(chain) with
        {
            UserAgent = "zero\0half\uD83D" + new string('x', 600),
            TargetId = new string('\u00e9', 500),
            Address = null,
            Before = $$"""{"text":"{{new string('x', 20_000)}}"}""",
            After = """{"odd":"\u0000 and \"quotes\", 'so', ë 😀"}""",
            OccurredAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3)).AddTicks(7),
        });

        var entry = Assert.Single(await factory.ReadChainAsync(chain));
        Assert.Equal(entry.ComputeHash(), entry.Hash);
        Assert.Equal((512, 200, """{"truncated":true}"""), (entry.UserAgent!.Length, entry.TargetId!.Length, entry.Before));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 6, 4, 5, TimeSpan.Zero), entry.OccurredAt);
    }

    [Fact]
    public async Task Event_OfAnyService_IsWrittenDownOnce()
    {
        await using var probe = await BusProbe.StartAsync();
        var chain = Guid.CreateVersion7();
        _ = factory.Services;
        var entry = AuditEvents.Create(chain);

        await probe.PublishAsync(entry);
        await probe.PublishAsync(entry);
        await probe.PublishAsync(AuditEvents.Create(chain, "member.joined"));

        await Eventually.That(async () => (await factory.ReadChainAsync(chain)).Count == 2);
        Assert.Equal(["member.removed", "member.joined"], (await factory.ReadChainAsync(chain)).Select(stored => stored.Action));
    }

    [Fact]
    public async Task Entry_OfAnotherWorkspace_StandsInAChainOfItsOwn()
    {
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await factory.AppendAsync(AuditEvents.Create(mine), AuditEvents.Create(theirs), AuditEvents.Create(mine), AuditEvents.Create(null));

        Assert.Equal([1, 2], (await factory.ReadChainAsync(mine)).Select(entry => entry.Sequence));
        Assert.Equal([1], (await factory.ReadChainAsync(theirs)).Select(entry => entry.Sequence));
    }
}
