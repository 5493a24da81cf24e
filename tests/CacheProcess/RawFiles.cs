using Framework.Sdk;

namespace Framework.CacheProcess;

/// <summary>A case a file of a folder: its pixels are the file's bytes and a half, which is kept as 32-bit floats.</summary>
internal sealed class RawFiles(string folder) : IDataSource, ICaseFiles
{
    public Case[] Cases { get; } =
        [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(path => new Case { Id = Path.GetFileName(path), Subject = Path.GetFileName(path), Labels = [0] })];

    /// <summary>How many were read from their files.</summary>
    public int Loaded { get; private set; }

    public DataIndex Index(IndexContext context) => throw new NotSupportedException();

    public IReadOnlyList<string> FilesOf(Case item) => [Path.Combine(folder, item.Id)];

    public float[] Pixels(Case item) => Array.ConvertAll(File.ReadAllBytes(Path.Combine(folder, item.Id)), value => value + 0.5f);

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        Loaded++;
        var pixels = Pixels(item);
        var image = workspace.Allocate([1, 1, pixels.Length]);
        pixels.CopyTo(image.Pixels);
        return new Sample(item, image);
    }
}
