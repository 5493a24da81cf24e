using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.files</c>.</summary>
public sealed record NumberFilesOptions
{
    /// <summary>The folder of files.</summary>
    public required string Root { get; init; }
}

/// <summary>Cases from files c000.txt, c001.txt...: the image is the number in the file, and the label whether it is odd.</summary>
public sealed class NumberFiles(NumberFilesOptions options) : IDataSource, ICaseFiles
{
    public DataIndex Index(IndexContext context)
    {
        Case[] cases = [.. Directory.GetFiles(options.Root, "c*.txt").Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file))
            .Select(name => new Case { Id = name, Subject = $"subject {name}", Locator = $"{name}.txt", Labels = [double.NaN] })];
        return new DataIndex { Labels = ["odd"], Cases = cases, Fingerprint = DataFingerprint.Of(["odd"], cases) };
    }

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var image = workspace.Allocate([1, 1, 2]);
        image.Pixels.Fill(float.Parse(File.ReadAllText(FilesOf(item)[0]), CultureInfo.InvariantCulture));
        return new Sample(item, image);
    }

    public IReadOnlyList<string> FilesOf(Case item) => [Path.Combine(options.Root, item.Locator)];
}
