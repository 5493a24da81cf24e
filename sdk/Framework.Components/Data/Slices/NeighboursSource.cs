using Framework.Components.Data.Headers;

namespace Framework.Components.Data.Slices;

/// <summary>Every slice of another source with the slices above and below it, as a small volume (2.5-D).</summary>
/// <remarks>
/// Input: cases that are slices, (channel, y, x). Output: the same cases with the same labels, (channel, z, y, x) of 2 x each_side + 1 slices in the order in which they lie in
/// space, the case's own in the middle. <c>stack-slices</c> makes channels of them once units and windows have been applied.
/// </remarks>
/// <param name="options">Whose slices, and how many.</param>
public sealed class NeighboursSource(NeighboursOptions options) : IDataSource, ICaseFiles
{
    private Dictionary<string, Case[]> _stacks = [];

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        var index = options.Of.Index(context);
        var stacks = new Dictionary<string, Case[]>(StringComparer.Ordinal);
        foreach (var series in index.Cases.GroupBy(slice => (slice.Subject, slice.Study, slice.Series)))
            Stack([.. series], stacks);
        _stacks = stacks;
        Case[] cases = [.. index.Cases.Select(slice => slice with { FactsHash = stacks[slice.Id].Aggregate((ulong)options.EachSide, (hash, other) => HeaderHash.With(hash, FormattableString.Invariant($"{other.Id} {other.FactsHash:x}"))) })];
        return index with { Cases = cases, Fingerprint = DataFingerprint.Of(index.Labels, cases) };
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var own = options.Of.Load(item, workspace);
        Image[] slices = [.. StackOf(item).Select(slice => slice.Id == item.Id ? own.Image : options.Of.Load(slice, workspace).Image)];
        return own.With(Join(item, slices, workspace));
    }

    /// <inheritdoc />
    public IReadOnlyList<string> FilesOf(Case item) => options.Of is ICaseFiles files ? [.. StackOf(item).SelectMany(files.FilesOf).Distinct(StringComparer.Ordinal)] : [];

    private Case[] StackOf(Case item) => _stacks.TryGetValue(item.Id, out var stack)
        ? stack
        : throw new DataFormatException($"case '{item.Id}': it is none of the slices that were listed.");

    private void Stack(IReadOnlyList<Case> series, Dictionary<string, Case[]> stacks)
    {
        if (series.FirstOrDefault(slice => slice.Series.Length == 0 || double.IsNaN(slice.Position)) is { } unknown)
            throw new DataFormatException($"case '{unknown.Id}': nothing says of which series it is or where it lies in it, and 'neighbours' orders slices by that. Use a source that knows series and positions.");
        Case[] ordered = [.. series.OrderBy(slice => slice.Position).ThenBy(slice => slice.Id, StringComparer.Ordinal)];
        for (var at = 0; at < ordered.Length; at++)
        {
            var place = at;
            stacks.Add(ordered[at].Id, [.. Enumerable.Range(-options.EachSide, (2 * options.EachSide) + 1).Select(step => ordered[Math.Clamp(place + step, 0, ordered.Length - 1)])]);
        }
    }

    private static Image Join(Case item, Image[] slices, SampleWorkspace workspace)
    {
        var own = slices[slices.Length / 2];
        if (own.Dimensions != 2)
            throw new DataFormatException($"case '{item.Id}': it is a volume, and 'neighbours' puts single slices together. Use its source without 'neighbours', or 'slices' with its own 'neighbours'.");
        if (Array.Find(slices, slice => !slice.Shape.SequenceEqual(own.Shape) || slice.Encoding != own.Encoding) is not null)
            throw new DataFormatException($"case '{item.Id}': a slice beside it has another size or other stored values than it has, so that they make no volume. Leave such series out of the data.");
        var (first, last) = (slices[0].Geometry, slices[^1].Geometry);
        var affine = own.Geometry.Affine.ToArray();
        for (var axis = 0; axis < 3; axis++)
        {
            var step = (last.Affine[(axis * 4) + 3] - first.Affine[(axis * 4) + 3]) / (slices.Length - 1);
            affine[(axis * 4) + 2] = step;
            affine[(axis * 4) + 3] -= step * (slices.Length / 2);
        }

        // At the end of a series, and of a series of one slice, the same slice stands twice: the stack is thinner there, and never flat.
        var geometry = first.Affine.SequenceEqual(last.Affine) ? own.Geometry : new Geometry(affine);
        var result = workspace.Allocate([own.Channels, slices.Length, own.Height, own.Width], geometry: geometry, encoding: own.Encoding);
        var plane = own.Length / own.Channels;
        for (var channel = 0; channel < own.Channels; channel++)
        {
            for (var at = 0; at < slices.Length; at++)
                slices[at].Channel(channel).CopyTo(result.Channel(channel)[(at * plane)..]);
        }

        return result;
    }
}
