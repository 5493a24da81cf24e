using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Framework.Host.Experiments.Binding;

/// <summary>One text for one meaning: keys in ordinal order, numbers in their shortest form, no spaces.</summary>
internal static class CanonicalJson
{
    public static string Write(ResolvedValue value) => Encoding.UTF8.GetString(Bytes(value));

    /// <summary>Hexadecimal SHA-256 of the text in UTF-8.</summary>
    public static string Hash(ResolvedValue value) => Convert.ToHexStringLower(SHA256.HashData(Bytes(value)));

    private static byte[] Bytes(ResolvedValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, value);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ResolvedValue value)
    {
        switch (value)
        {
            case ResolvedMap map:
                json.WriteStartObject();
                foreach (var (key, item) in map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(key);
                    Write(json, item);
                }

                json.WriteEndObject();
                break;
            case ResolvedList list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, ((ResolvedScalar)value).Value);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case double number: json.WriteStringValue(YamlText.Of(number)); break;
            default: json.WriteStringValue((string)value); break;
        }
    }
}
