using System.Globalization;
using System.Text.Json;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>The step that a unit's last state was saved of, without reading the tensors.</summary>
internal static class SavedStep
{
    private const int LongestHeader = 100_000_000;

    /// <summary>Steps finished at the last checkpoint; null where there is none, or it does not say.</summary>
    /// <param name="folder">The unit's folder.</param>
    public static long? In(string folder) => Of(Path.Combine(folder, CheckpointFiles.Last)) ?? Of(Path.Combine(folder, CheckpointFiles.Previous));

    // A safetensors file begins with the length of its header, 8 bytes, little-endian, and the header, which is JSON.
    private static long? Of(string file)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(file));
            var length = reader.ReadInt64();
            if (length is <= 0 or > LongestHeader)
                return null;
            using var header = JsonDocument.Parse(reader.ReadBytes((int)length));
            return header.RootElement.TryGetProperty("__metadata__", out var metadata) && metadata.TryGetProperty("steps", out var steps)
                && long.TryParse(steps.GetString(), CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
