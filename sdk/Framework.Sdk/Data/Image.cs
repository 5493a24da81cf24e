namespace Framework.Sdk;

/// <summary>Pixels of one case: 32-bit floats of shape (channel, y, x) or (channel, z, y, x), with their geometry.</summary>
/// <remarks>The buffer belongs to a <see cref="SampleWorkspace"/> and is reused for another case once the sample is batched.</remarks>
public sealed class Image
{
    private readonly float[] _buffer;
    private readonly int[] _shape;

    internal Image(float[] buffer, int[] shape, int length)
    {
        _buffer = buffer;
        _shape = shape;
        Length = length;
    }

    /// <summary>Channel first, then z (volumes only), y, x.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Number of channels.</summary>
    public int Channels => _shape[0];

    /// <summary>2 for (y, x), 3 for (z, y, x).</summary>
    public int Dimensions => _shape.Length - 1;

    /// <summary>Number of columns (x).</summary>
    public int Width => _shape[^1];

    /// <summary>Number of rows (y).</summary>
    public int Height => _shape[^2];

    /// <summary>Number of slices (z); 1 for a 2-D image.</summary>
    public int Depth => _shape.Length == 4 ? _shape[1] : 1;

    /// <summary>Number of values in all channels.</summary>
    public int Length { get; }

    /// <summary>All values, row-major in the order of <see cref="Shape"/>.</summary>
    public Span<float> Pixels => _buffer.AsSpan(0, Length);

    /// <summary>One channel's values.</summary>
    /// <param name="channel">0 to <see cref="Channels"/> - 1.</param>
    public Span<float> Channel(int channel) => Pixels.Slice(channel * (Length / Channels), Length / Channels);

    /// <summary>Where the voxels lie in the patient.</summary>
    public Geometry Geometry { get; init; } = Geometry.Unknown;

    /// <summary>How stored values become the modality's units. Identity once a transform has applied it.</summary>
    public PixelEncoding Encoding { get; init; } = PixelEncoding.Identity;
}
