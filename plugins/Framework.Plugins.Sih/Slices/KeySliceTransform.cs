using Framework.Components.Transforms.Spatial;
using Framework.Sdk;

namespace Framework.Plugins.Sih.Slices;

/// <summary>Takes, out of an axial or coronal volume of a head, the slice most likely to show intracranial hypotension.</summary>
/// <remarks>Input: (1, z, y, x). Output: (1, y, x) with the slice's own geometry. <see cref="KeySliceSearch"/> says how it is chosen.</remarks>
/// <param name="options">Where to search, and how brightness is judged.</param>
public sealed class KeySliceTransform(KeySliceOptions options) : ISliceChoice
{
    private readonly KeySliceSearch _search = new(options);

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var chosen = _search.Choose(_search.Look(sample.Image));
        return new SliceTransform(new SliceOptions { Index = chosen.Index }).Apply(sample, context);
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<int, double> Scores(Image volume) =>
        _search.Look(volume).Where(slice => !double.IsNaN(slice.Score)).ToDictionary(slice => slice.Index, slice => slice.Score);
}
