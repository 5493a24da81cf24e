using System.Text.Json;

namespace Framework.Host.Profiling;

/// <summary>Writes a profile in the trace event format, which Perfetto (ui.perfetto.dev) and Chrome (chrome://tracing) open.</summary>
internal static class ProfileTrace
{
    public const string FileName = "profile.json";

    /// <summary>One complete event a span, in microseconds since the profile began, and the threads' names.</summary>
    public static void Write(WorkProfile profile, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        foreach (var (number, name) in profile.Threads)
        {
            Begin(json, "thread_name", "M", number);
            json.WriteStartObject("args");
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        foreach (var span in profile.Events)
        {
            Begin(json, span.Name, "X", span.Thread);
            json.WriteNumber("ts", span.Start.TotalMicroseconds);
            json.WriteNumber("dur", span.Duration.TotalMicroseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string name, string phase, int thread)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("ph", phase);
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", thread);
    }
}
