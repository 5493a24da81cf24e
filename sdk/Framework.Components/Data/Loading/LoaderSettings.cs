namespace Framework.Components.Data.Loading;

/// <summary>How a <see cref="BatchLoader"/> works.</summary>
public sealed record LoaderSettings
{
    /// <summary>Cases in a batch; the last one of a pass has what is left.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Which rows of every batch are loaded. Default: all.</summary>
    public LoaderPart Part { get; init; } = LoaderPart.Whole;

    /// <summary>Rows of a full batch that are loaded.</summary>
    internal int Rows => Part.Loaded(BatchSize);

    /// <summary>Loader threads; 0 loads each batch in the caller's thread when it is asked for. The batches are the same for any number.</summary>
    public required int Threads { get; init; }

    /// <summary>Shape of one case's image as the transforms leave it: (channel, y, x) or (channel, z, y, x).</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Slices of one volume where that image is a bag of volumes (<see cref="Image.Instances"/>); null where instances are slices or there are no bags.</summary>
    public int? InstanceDepth { get; init; }

    /// <summary>
    /// What a network is given of one case: the image's shape; of bags (channel, instance, y, x), (channel, instance, z, y, x), or (feature, instance) where the
    /// instances are single pixels, which is how feature vectors lie in an image.
    /// </summary>
    public IReadOnlyList<int> InputShape => Bag is null ? Shape
        : InstanceDepth is { } depth ? [Shape[0], Shape[1] / depth, depth, Shape[2], Shape[3]]
        : HoldsFeatures ? [Shape[0], Shape[1]] : Shape;

    /// <summary>Whether bags are of feature vectors.</summary>
    internal bool HoldsFeatures => Bag is not null && InstanceDepth is null && Shape is [_, _, 1, 1];

    /// <summary>Number of labels of a case.</summary>
    public required int Labels { get; init; }

    /// <summary>Batches that are prepared ahead of the one in use. Default: 2.</summary>
    public int Ahead { get; init; } = 2;

    /// <summary>
    /// The most instances of a case where cases are bags: images (channel, instance, y, x), or of volumes, of which only the number of instances differs. A batch is as long
    /// as its longest bag. Null where all images have one shape.
    /// </summary>
    public int? Bag { get; init; }

    /// <summary>Whether each instance has labels of its own, those of the joined case's parts: labels are (case, instance, label) then.</summary>
    public bool LabelsInstances { get; init; }

    /// <summary>The objects that batches hold beside images; null for none.</summary>
    public ObjectOptions? Objects { get; init; }

    /// <summary>The masks that batches hold beside images; null for none.</summary>
    public MaskOptions? Masks { get; init; }

    /// <summary>Whether images of any size come, one a batch: <see cref="BatchSize"/> is 1 then, and memory follows the images.</summary>
    public bool IsAnySize { get; init; }

    /// <summary>Lay 2-D images out with channels last in memory; the tensor's shape stays (case, channel, y, x). Convolutions run faster so.</summary>
    public bool ChannelsLast { get; init; }

    /// <summary>Keep batches in memory that a GPU can read by itself.</summary>
    public bool Pinned { get; init; }

    /// <summary>Batches in memory at one time: the one in use and those ahead of it.</summary>
    public int Buffers => Threads == 0 ? 1 : Ahead + 1;

    /// <summary>Values of one case's image; of the longest bag.</summary>
    internal int CaseLength => Bag is { } most ? checked(InstanceLength * most) : Shape.Aggregate(1, (length, size) => checked(length * size));

    /// <summary>Values of one instance of a bag: its channels, slices, rows and columns.</summary>
    internal int InstanceLength => checked(Shape[0] * (InstanceDepth ?? 1) * Shape[^2] * Shape[^1]);

    /// <summary>Numbers of labels of one case; of the longest bag where instances have their own.</summary>
    internal int LabelLength => LabelsInstances ? checked(Labels * Bag!.Value) : Labels;

    /// <summary>The most memory that a loader of these settings takes.</summary>
    /// <param name="caseBytes">What the images of one case take from the file to the end of the transforms: <see cref="SampleWorkspace.Bytes"/>.</param>
    public LoaderMemory Memory(long caseBytes) => new()
    {
        Batches = Buffers,
        BatchBytes = Rows * (((long)(CaseLength + LabelLength) * sizeof(float)) + (Objects?.Bytes(Shape) ?? 0) + (Masks is null ? 0 : (long)CaseLength / Shape[0] * sizeof(long)) + (Bag is null ? 0 : sizeof(long))),
        Cases = Math.Max(Threads, 1),
        CaseBytes = caseBytes,
    };
}
