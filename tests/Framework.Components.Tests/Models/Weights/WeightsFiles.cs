using System.IO.Compression;
using Framework.Components.Models.Weights;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>The files of this folder, and ways to make and read others.</summary>
internal static class WeightsFiles
{
    public static string Folder { get; } = Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Models", "Weights", "Files");

    public static string Made(string name) => Path.Combine(Folder, name);

    /// <summary>A zip archive as torch.save lays it out.</summary>
    public static byte[] Zip(byte[] pickle, params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in entries.Prepend(("data.pkl", pickle)))
            {
                using var entry = zip.CreateEntry($"archive/{name}", CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }

        return stream.ToArray();
    }

    public static double[] Values(StoredTensor stored)
    {
        using var scope = NewDisposeScope();
        var target = empty([.. stored.Shape], dtype: ScalarType.Float64);
        stored.CopyTo(target);
        return target.data<double>().ToArray();
    }
}
