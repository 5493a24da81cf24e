namespace Framework.Components.Transforms.Intensity;

/// <summary>Values that lie in a row in an image's memory: a channel, all channels, or the values that count.</summary>
internal readonly record struct ValueRun(Image Image, int Start, int Length)
{
    public static ValueRun All(Image image) => new(image, 0, image.Length);

    public ReadOnlySpan<float> Values => Image.Pixels.Slice(Start, Length);

    /// <summary>The values of this run that count, packed into memory of the workspace; this run where all do.</summary>
    /// <param name="mask">Another image on the same voxels: values beyond those above 0 do not count. Null for all.</param>
    /// <param name="nonZero">Whether zeros do not count.</param>
    /// <param name="workspace">Where they are packed.</param>
    public ValueRun Counted(Image? mask, bool nonZero, SampleWorkspace workspace)
    {
        if (mask is null && !nonZero)
            return this;
        var packed = workspace.Allocate([1, 1, Length]);
        var count = 0;
        var from = Values;
        var to = packed.Pixels;
        var marks = mask is null ? default : mask.Pixels;
        for (var i = 0; i < from.Length; i++)
        {
            to[count] = from[i];
            count += (!nonZero || from[i] != 0) && (marks.IsEmpty || marks[(Start + i) % marks.Length] > 0) ? 1 : 0;
        }

        return new ValueRun(packed, 0, count);
    }
}
