using System.Net;
using System.Text.Json;
using SocialSelling.Contracts.Identity;

namespace SocialSelling.Testing;

/// <summary>Asks a service for exports and erasures as identity does, and keeps its answers.</summary>
public sealed class PrivacyProbe : IAsyncDisposable
{
    private readonly BusProbe _bus;
    private readonly string _service;

    private PrivacyProbe(BusProbe bus, string service)
    {
        _bus = bus;
        _service = service;
    }

    /// <summary>The probe on the broker.</summary>
    public BusProbe Bus => _bus;

    /// <summary>Begins once the service listens.</summary>
    public static async Task<PrivacyProbe> StartAsync<TProgram>(ServiceFactory<TProgram> factory, Action<BusProbeTypes>? capture = null)
        where TProgram : class
    {
        using var client = factory.CreateClient();
        await Eventually.That(async () =>
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("\"rabbitmq\",\"status\":\"healthy\"", StringComparison.Ordinal);
        });
        var bus = await BusProbe.StartAsync(types =>
        {
            types.Capture<ErasureCompleted>().Capture<DataExportPartPrepared>();
            capture?.Invoke(types);
        });
        return new PrivacyProbe(bus, factory.Service);
    }

    /// <summary>Erases a workspace; returns what the service says it has erased.</summary>
    public Task<IReadOnlyDictionary<string, long>> EraseWorkspaceAsync(Guid workspaceId, Guid? erasureId = null)
    {
        var id = erasureId ?? Guid.CreateVersion7();
        return AskAsync(new WorkspaceDeleted { ErasureId = id, WorkspaceId = workspaceId, OccurredAt = DateTimeOffset.UtcNow }, id);
    }

    /// <summary>Erases a user; returns what the service says it has erased.</summary>
    public Task<IReadOnlyDictionary<string, long>> EraseUserAsync(Guid userId, Guid? erasureId = null)
    {
        var id = erasureId ?? Guid.CreateVersion7();
        return AskAsync(new UserDeleted { ErasureId = id, UserId = userId, OccurredAt = DateTimeOffset.UtcNow }, id);
    }

    /// <summary>All pieces of a workspace's export, in their order.</summary>
    public Task<IReadOnlyList<DataExportPartPrepared>> ExportWorkspaceAsync(Guid workspaceId) =>
        ExportAsync(new DataExportRequested { ExportId = Guid.CreateVersion7(), WorkspaceId = workspaceId, OccurredAt = DateTimeOffset.UtcNow });

    /// <summary>All pieces of a user's export, in their order.</summary>
    public Task<IReadOnlyList<DataExportPartPrepared>> ExportUserAsync(Guid userId) =>
        ExportAsync(new DataExportRequested { ExportId = Guid.CreateVersion7(), UserId = userId, OccurredAt = DateTimeOffset.UtcNow });

    /// <summary>The rows of a file.</summary>
    public static IReadOnlyList<JsonElement> Rows(IEnumerable<DataExportPartPrepared> parts, string file) =>
        [.. parts.Where(part => part.File == file).SelectMany(part => JsonDocument.Parse(part.Content).RootElement.EnumerateArray())];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    private async Task<IReadOnlyDictionary<string, long>> AskAsync<T>(T message, Guid erasureId)
        where T : class
    {
        var before = Answers(erasureId).Count;
        await _bus.PublishAsync(message);
        await Eventually.That(() => Task.FromResult(Answers(erasureId).Count > before), what: $"the answer to erasure {erasureId}");
        return Answers(erasureId)[^1].Erased;
    }

    private async Task<IReadOnlyList<DataExportPartPrepared>> ExportAsync(DataExportRequested request)
    {
        await _bus.PublishAsync(request);
        await Eventually.That(() => Task.FromResult(IsWhole(Parts(request.ExportId))), what: $"export {request.ExportId}");
        return Parts(request.ExportId);
    }

    private static bool IsWhole(List<DataExportPartPrepared> parts) => parts.Count > 0 && parts[^1].IsLast && parts[^1].Sequence == parts.Count - 1;

    private List<DataExportPartPrepared> Parts(Guid exportId) =>
        [.. _bus.Of<DataExportPartPrepared>().Where(part => part.ExportId == exportId && part.Service == _service).OrderBy(part => part.Sequence)];

    private List<ErasureCompleted> Answers(Guid erasureId) =>
        [.. _bus.Of<ErasureCompleted>().Where(answer => answer.ErasureId == erasureId && answer.Service == _service)];
}
