namespace Framework.Components.Explaining;

/// <summary>The places of a patch that is moved over an image; every voxel is covered at least once.</summary>
/// <remarks>Places are multiples of the stride. A patch that reaches beyond the image is cut off at its edge.</remarks>
internal sealed class PatchGrid
{
    private PatchGrid(List<PatchPlace> places)
    {
        Places = places;
    }

    /// <summary>The last axis runs fastest.</summary>
    public IReadOnlyList<PatchPlace> Places { get; }

    /// <summary>The places over an image.</summary>
    /// <param name="size">Voxels along each axis, (y, x) or (z, y, x).</param>
    /// <param name="options">Patch and stride.</param>
    /// <exception cref="ExperimentException">The patch has another number of axes than the image, or does not move by at least a voxel.</exception>
    public static PatchGrid Over(ReadOnlySpan<long> size, OcclusionOptions options)
    {
        var stride = options.Stride.Count == 0 ? options.Patch : options.Stride;
        Check("patch", options.Patch, size.Length);
        Check("stride", stride, size.Length);
        for (var axis = 0; axis < size.Length; axis++)
        {
            if (stride[axis] > options.Patch[axis])
                throw new ExperimentException($"'occlusion' has a stride of {stride[axis]} and a patch of {options.Patch[axis]} voxels along the same axis: what lies between two patches would never be covered. Make the stride at most the patch.");
        }

        List<PatchPlace> places = [new([], [])];
        for (var axis = 0; axis < size.Length; axis++)
        {
            var (length, patch, step) = (size[axis], options.Patch[axis], stride[axis]);
            places = [.. places.SelectMany(place => Starts(length, patch, step).Select(start => place.With(start, Math.Min(patch, length - start))))];
        }

        return new PatchGrid(places);
    }

    // The last patch is the first that reaches the edge.
    private static IEnumerable<long> Starts(long length, int patch, int stride)
    {
        var start = 0L;
        for (; start + patch < length; start += stride)
            yield return start;
        if (start < length)
            yield return start;
    }

    private static void Check(string option, IReadOnlyList<int> counts, int axes)
    {
        if (counts.Count != axes || counts.Any(count => count < 1))
            throw new ExperimentException($"'occlusion' needs '{option}' to be {(axes == 2 ? "(y, x)" : "(z, y, x)")} in voxels for such images, each at least 1; it is [{string.Join(", ", counts)}].");
    }
}
