namespace Framework.Components.Transforms.Intensity;

/// <summary>Works on all values of an image, block by block, on as many threads as the workspace lends.</summary>
internal static class Voxels
{
    // A multiple of the widest vector and of the noise's blocks; 128 KiB in and out stay in the second-level cache.
    private const int Block = 1 << 14;

    /// <summary>How values become values; what lies where does not matter.</summary>
    /// <param name="from">Values.</param>
    /// <param name="to">As many new ones.</param>
    /// <param name="first">Position of the first one in the image.</param>
    public delegate void ValueMap(ReadOnlySpan<float> from, Span<float> to, int first);

    /// <summary>An image for changed values: they are no longer what the file's rescale slope and intercept speak of.</summary>
    public static Image Allocate(Image like, SampleWorkspace workspace) =>
        workspace.Allocate(like.Shape, like, encoding: PixelEncoding.Identity with { Modality = like.Encoding.Modality });

    public static Image Map(Image image, SampleWorkspace workspace, ValueMap map)
    {
        var result = Allocate(image, workspace);
        _ = image.Pixels; // makes them, if nobody has read them yet, before threads wait for each other
        Each(image.Length, workspace, (first, length) => map(image.Pixels.Slice(first, length), result.Pixels.Slice(first, length), first));
        return result;
    }

    /// <summary>Calls the work for every block: first position and length. Blocks are the same for any number of threads.</summary>
    public static void Each(int length, SampleWorkspace workspace, Action<int, int> work) =>
        workspace.Divide((length + Block - 1) / Block, length, (from, to) =>
        {
            for (var block = from; block < to; block++)
                work(block * Block, Math.Min(Block, length - (block * Block)));
        });

    /// <summary>One number of every block, in the order of the blocks.</summary>
    public static T[] OfEach<T>(int length, SampleWorkspace workspace, Func<int, int, T> work)
    {
        var results = new T[(length + Block - 1) / Block];
        Each(length, workspace, (first, count) => results[first / Block] = work(first, count));
        return results;
    }
}
