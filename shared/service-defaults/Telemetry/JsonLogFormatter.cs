using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>One line of JSON a log entry: time, level, service, category, message, its values, the exception, trace and correlation id.</summary>
internal sealed class JsonLogFormatter(ServiceInfo service, TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "socialselling";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow());
            json.WriteString("level", Level(logEntry.LogLevel));
            json.WriteString("service", service.Name);
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            WriteValues(json, logEntry.State);
            if (logEntry.Exception is { } error)
            {
                json.WriteString("exception", error.ToString());
            }

            WriteActivity(json);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteValues<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> { Count: > 1 } values)
        {
            return;
        }

        json.WriteStartObject("values");
        foreach (var (name, value) in values)
        {
            if (name != "{OriginalFormat}")
            {
                json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        json.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter json)
    {
        if (Activity.Current is { } activity)
        {
            json.WriteString("traceId", activity.TraceId.ToHexString());
            json.WriteString("spanId", activity.SpanId.ToHexString());
            if (CorrelationId.Current is { } correlationId)
            {
                json.WriteString("correlationId", correlationId);
            }
        }
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
