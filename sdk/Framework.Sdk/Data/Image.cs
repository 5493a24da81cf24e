namespace Framework.Sdk;

/// <summary>Pixels of one case: 32-bit floats of shape (channel, y, x) or (channel, z, y, x), with their geometry.</summary>
/// <remarks>The buffer belongs to a <see cref="SampleWorkspace"/> and is reused for another case once the sample is batched.</remarks>
public sealed class Image
{
    private readonly int[] _shape;
    private readonly PlannedImage? _plan;
    private float[]? _buffer;

    internal Image(float[] buffer, int[] shape, int length)
    {
        _buffer = buffer;
        _shape = shape;
        Length = length;
    }

    private Image(PlannedImage plan)
    {
        _plan = plan;
        _shape = plan.Grid.Shape(plan.Source.Channels);
        Length = _shape.Aggregate(1, (length, size) => checked(length * size));
        (Geometry, Encoding) = (plan.Grid.Geometry, plan.Source.Encoding);
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

    /// <summary>
    /// How many volumes of one size lie behind each other along z where this is a bag of volumes, at least 1: each has <see cref="Depth"/> / Instances slices.
    /// Null for everything else, a stack of slices included.
    /// </summary>
    public int? Instances { get; init; }

    /// <summary>Where the voxels of each image that this bag or stack was joined from lie in the patient, in their order; null where that is not known, and of single images.</summary>
    public IReadOnlyList<Geometry>? Places { get; init; }

    /// <summary>Number of values in all channels.</summary>
    public int Length { get; }

    /// <summary>The memory of <see cref="Pixels"/>; longer than <see cref="Length"/>.</summary>
    internal float[] Buffer => Volatile.Read(ref _buffer) ?? Settle();

    /// <summary>All values, row-major in the order of <see cref="Shape"/>.</summary>
    public Span<float> Pixels => Buffer.AsSpan(0, Length);

    /// <summary>One channel's values.</summary>
    /// <param name="channel">0 to <see cref="Channels"/> - 1.</param>
    public Span<float> Channel(int channel) => Pixels.Slice(channel * (Length / Channels), Length / Channels);

    /// <summary>Where the voxels lie in the patient.</summary>
    public Geometry Geometry { get; init; } = Geometry.Unknown;

    /// <summary>How stored values become the modality's units. Identity once a transform has applied it.</summary>
    public PixelEncoding Encoding { get; init; } = PixelEncoding.Identity;

    /// <summary>This image on another grid. Its voxels are made when somebody reads them; changes in a row are made at once.</summary>
    /// <param name="change">From this image's grid to the new one.</param>
    /// <param name="workspace">Where the new voxels are allocated.</param>
    /// <exception cref="DataFormatException">The image has no pixels to be sampled.</exception>
    public Image Move(SpatialChange change, SampleWorkspace workspace)
    {
        if (change.From.Size != (Width, Height, Depth))
            throw new ArgumentException($"The change is one of a grid of {change.From.Size} voxels; the image has {(Width, Height, Depth)}.", nameof(change));
        if (change.IsNone)
            return this;
        if (Instances is { } volumes)
            throw new DataFormatException($"{volumes} volumes of a bag lie behind each other here, and no change of grid moves them one by one. Put it before the transform that makes the bag.");
        if (Length == 0)
            throw new DataFormatException("an image without pixels cannot be moved to another grid. Leave the case out.");
        var planned = Volatile.Read(ref _buffer) is null ? _plan!.Then(change) : null;
        return new Image(planned ?? PlannedImage.Of(this, workspace).Then(change)!);
    }

    // Several threads may come to read an image that none has read yet.
    private float[] Settle()
    {
        lock (_plan!)
        {
            if (_buffer is null)
                Volatile.Write(ref _buffer, _plan.Sample(_shape));
            return _buffer;
        }
    }

}
