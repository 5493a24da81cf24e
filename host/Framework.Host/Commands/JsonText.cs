using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Framework.Host.Commands;

/// <summary>Indented JSON for programs to read.</summary>
internal static class JsonText
{
    /// <summary>A text in quotes, as JSON and YAML have it.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write) => output.WriteLine(Of(write));

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
