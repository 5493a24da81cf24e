using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Framework.Host.Terminal;

/// <summary>Turns each line of text into a line of JSON: <c>{"time": ..., "level": ..., "message": ...}</c>.</summary>
internal sealed class JsonLines(TextWriter output, TimeProvider time) : TextWriter
{
    private readonly StringBuilder _line = new();
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc />
    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value == '\n')
                End();
            else if (value != '\r')
                _line.Append(value);
        }
    }

    /// <inheritdoc />
    public override void Write(string? value)
    {
        lock (_lock)
        {
            foreach (var letter in value ?? "")
                Write(letter);
        }
    }

    /// <inheritdoc />
    public override void WriteLine(string? value)
    {
        lock (_lock)
        {
            Write(value);
            Write('\n');
        }
    }

    /// <summary>Writes each line of a text at a level of its own; what is written without one is information.</summary>
    public void WriteLine(TerminalLevel level, string text)
    {
        lock (_lock)
        {
            foreach (var message in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                output.WriteLine(Line(level, message));
        }
    }

    /// <summary>The message of such a line; null where it is none.</summary>
    public static string? MessageOf(string line)
    {
        if (!line.StartsWith("{\"time\"", StringComparison.Ordinal))
            return null;
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("message").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    private void End()
    {
        var message = _line.ToString();
        _line.Clear();
        if (message.Length > 0)
            output.WriteLine(Line(TerminalLevel.Information, message));
    }

    private string Line(TerminalLevel level, string message)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", level.ToString().ToLowerInvariant());
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
