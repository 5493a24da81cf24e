using System.Collections.Concurrent;
using System.Globalization;

namespace Framework.Components.Data.Slices;

/// <summary>Every slice of another source's volumes as a case of its own, with its neighbours as channels where asked (2.5-D).</summary>
/// <remarks>
/// A slice has the subject, site, study and series of its volume (the volume's identity where it has no series), so that no split takes them apart and later stages
/// find the slices of a volume again. Its only label says whether its mask has an object. Images are (slice x channel, y, x), masks (channel, y, x).
/// Finding out how many slices there are loads every volume once; the answer is kept until its files change.
/// </remarks>
/// <param name="options">Whose volumes, and what of a slice is shown.</param>
public sealed class SlicesSource(SlicesOptions options) : IDataSource, ICaseFiles
{
    private const char Separator = '\u001e';

    private readonly RecentVolumes _recent = new(options.Of);

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        var volumes = options.Of.Index(context);
        var ledger = new SliceLedger(Path.Combine(context.CacheFolder, "slices.txt"));
        var facts = new SliceFacts?[volumes.Cases.Count];
        var problems = new ConcurrentDictionary<int, DataProblem>();
        var done = 0;
        Parallel.For(0, volumes.Cases.Count, new ParallelOptions { CancellationToken = context.Cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
        {
            var volume = volumes.Cases[at];
            var key = SliceLedger.KeyOf(options.Of as ICaseFiles, volume, options.Mask);
            try
            {
                facts[at] = ledger.GetOrAdd(key, () => Look(volume));
            }
            catch (DataFormatException e)
            {
                problems[at] = ProblemOf(e.Message, volume);
            }

            context.Progress?.Report((Interlocked.Increment(ref done), volumes.Cases.Count));
        });
        ledger.Save();
        Case[] cases = [.. volumes.Cases.Zip(facts).Where(pair => pair.Second is not null).SelectMany(pair => SlicesOf(pair.First, pair.Second!))];
        return new DataIndex
        {
            Labels = [options.Label],
            Cases = cases,
            Problems = [.. volumes.Problems, .. problems.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            Flow = volumes.Flow,
            Tables = volumes.Tables,
            Fingerprint = DataFingerprint.Of([options.Label], cases),
        };
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var (volume, at) = VolumeOf(item);
        return _recent.Take(volume, at, options.Neighbours, workspace).For(item);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> FilesOf(Case item) => options.Of is ICaseFiles files ? files.FilesOf(VolumeOf(item).Volume) : [];

    private SliceFacts Look(Case volume)
    {
        using var workspace = new SampleWorkspace();
        var sample = options.Of.Load(volume, workspace);
        if (sample.Image.Dimensions != 3)
            throw new DataFormatException($"case '{volume.Id}': it is a single slice, and slices are taken out of volumes. Use its source without 'slices'.");
        var mask = sample.Images.FirstOrDefault(pair => pair.Name == options.Mask).Image;
        if (mask is not null && mask.Depth != sample.Image.Depth)
            throw new DataFormatException($"case '{volume.Id}': '{options.Mask}' has {mask.Depth} slices and 'image' {sample.Image.Depth}. Give the mask the image's grid.");
        return new SliceFacts(sample.Image.Depth, sample.Image.Geometry.Spacing.Z, mask is null ? null : [.. Enumerable.Range(0, mask.Depth).Select(z => HasObject(mask, z))]);
    }

    private static bool HasObject(Image mask, int z)
    {
        var plane = mask.Width * mask.Height;
        for (var channel = 0; channel < mask.Channels; channel++)
        {
            if (mask.Channel(channel).Slice(z * plane, plane).ContainsAnyExcept(0f))
                return true;
        }

        return false;
    }

    // Slices of one volume are numbered from 1 in its order, which is the order of their positions.
    private static IEnumerable<Case> SlicesOf(Case volume, SliceFacts facts) => Enumerable.Range(0, facts.Count).Select(z => volume with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{volume.Id}#{z + 1:0000}"),
        RandomKey = new RandomStream(volume.RandomKey).Derive(z).Key,
        Series = volume.Series.Length > 0 ? volume.Series : volume.Id,
        Position = z * facts.Spacing,
        Locator = string.Create(CultureInfo.InvariantCulture, $"{z}{Separator}{volume.Id}{Separator}{volume.Series}{Separator}{volume.Locator}"),
        Labels = [facts.HasObject is { } has ? (has[z] ? 1 : 0) : double.NaN],
    });

    private static (Case Volume, int At) VolumeOf(Case item)
    {
        var cells = item.Locator.Split(Separator, 4);
        return (item with { Id = cells[1], Series = cells[2], Position = double.NaN, Locator = cells[3], Labels = [] }, int.Parse(cells[0], CultureInfo.InvariantCulture));
    }

    // A source's message begins with the file's name.
    private static DataProblem ProblemOf(string message, Case volume) =>
        message.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? new DataProblem(message[..at], message[(at + 2)..]) : new DataProblem(volume.Id, message);
}
