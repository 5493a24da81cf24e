namespace Framework.Sdk;

/// <summary>A case loaded: its named images, boxes and landmarks. Immutable; a transform gives a new one.</summary>
public sealed class Sample
{
    /// <summary>The name of the image that a model sees.</summary>
    public const string ImageName = "image";

    private static readonly Dictionary<string, IReadOnlyList<StageOutput>> NoStages = [];

    private readonly (string Name, Image Image)[] _images;

    /// <summary>Makes a sample of one image, named <c>image</c>.</summary>
    public Sample(Case item, Image image)
        : this(item, [(ImageName, image)])
    {
    }

    private Sample(Case item, (string, Image)[] images)
    {
        Case = item;
        _images = images;
    }

    // A copy with other images of the same case, or the same images of another.
    private Sample(Sample like, Case item, (string, Image)[] images)
        : this(item, images)
    {
        (Boxes, Landmarks, Earlier) = (like.Boxes, like.Landmarks, like.Earlier);
    }

    /// <summary>Whether images of that name hold classes, which must not be mixed: <c>mask</c>, <c>mask-vessels</c>...</summary>
    public static bool IsMask(string name) => name.StartsWith("mask", StringComparison.Ordinal);

    /// <summary>What was loaded.</summary>
    public Case Case { get; }

    /// <summary>The image that a model sees.</summary>
    public Image Image => this[ImageName];

    /// <summary>All images with their names: <c>image</c>, and others such as <c>mask</c>.</summary>
    public IReadOnlyList<(string Name, Image Image)> Images => _images;

    /// <summary>Cuboids in the patient that hold objects; they stay where they are while grids change.</summary>
    public IReadOnlyList<Box> Boxes { get; private init; } = [];

    /// <summary>Named places in the patient; they stay where they are while grids change.</summary>
    public IReadOnlyList<Landmark> Landmarks { get; private init; } = [];

    /// <summary>
    /// What the stages that this one reads said of the case, by their names, in the order in which they are read; empty where it reads none. One
    /// output where the earlier stage has the same case; where its cases are smaller (slices of a series, say), one for each of them, in their source's order.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> Earlier { get; private init; } = NoStages;

    /// <summary>The image of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names there are.</exception>
    public Image this[string name]
    {
        get
        {
            foreach (var (candidate, image) in _images)
            {
                if (candidate == name)
                    return image;
            }

            throw new KeyNotFoundException($"the sample has no '{name}'; it has {string.Join(", ", _images.Select(pair => $"'{pair.Name}'"))}");
        }
    }

    /// <summary>The same images, boxes and landmarks under another description of their case, such as one with pseudonyms.</summary>
    public Sample For(Case item) => new(this, item, _images);

    /// <summary>This sample with one image replaced or added.</summary>
    public Sample With(Image image, string name = ImageName)
    {
        var at = Array.FindIndex(_images, pair => pair.Name == name);
        if (at < 0)
            return With([.. _images, (name, image)]);
        var images = ((string, Image)[])_images.Clone();
        images[at] = (name, image);
        return With(images);
    }

    /// <summary>This sample with other boxes.</summary>
    public Sample With(IReadOnlyList<Box> boxes) => new(this, Case, _images) { Boxes = boxes };

    /// <summary>This sample with other landmarks.</summary>
    public Sample With(IReadOnlyList<Landmark> landmarks) => new(this, Case, _images) { Landmarks = landmarks };

    /// <summary>This sample with what earlier stages said of its case.</summary>
    public Sample With(IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> earlier) => new(this, Case, _images) { Earlier = earlier };

    /// <summary>This sample with those of its images alone, in their order.</summary>
    /// <param name="names">Names of images; the first one becomes <c>image</c>, the others keep theirs.</param>
    /// <exception cref="KeyNotFoundException">There is no image of one of these names; the message lists the names there are.</exception>
    public Sample Select(IReadOnlyList<string> names) =>
        new(this, Case, [.. names.Select((name, at) => (at == 0 ? ImageName : name, this[name]))]);

    /// <summary>Samples of one case, or of its parts, as one: their images lie behind each other, their boxes, landmarks and earlier outputs follow each other.</summary>
    /// <param name="item">The case of the new sample.</param>
    /// <param name="parts">At least one, all with images of one size; in order.</param>
    /// <param name="workspace">Where the joined images go.</param>
    /// <returns>
    /// Images (channel, part, y, x) of parts (channel, y, x), with the geometry of the stack; of parts (channel, z, y, x) images (channel, part x z, y, x) of as many
    /// <see cref="Image.Instances"/>, with the geometry of the first.
    /// </returns>
    /// <exception cref="DataFormatException">A part has another size than the first, or lacks an image that it has.</exception>
    public static Sample Join(Case item, IReadOnlyList<Sample> parts, SampleWorkspace workspace) => JoinedSample.Of(item, parts, workspace);

    /// <summary>This sample with every image, box and landmark moved; the voxels follow when they are read.</summary>
    /// <param name="plan">What is to be done to each image's grid.</param>
    /// <param name="workspace">Where the new voxels are allocated.</param>
    public Sample Move(SpatialPlan plan, SampleWorkspace workspace)
    {
        var images = Array.ConvertAll(_images, pair => (pair.Name, pair.Image.Move(plan.For(pair.Name, pair.Image), workspace)));
        var moved = With(images);
        return plan.Displacement is not { } displacement ? moved : new Sample(this, Case, images)
        {
            Boxes = [.. Boxes.Select(displacement.Undo)],
            Landmarks = [.. Landmarks.Select(landmark => landmark with { Place = displacement.Undo(landmark.Place) })],
        };
    }

    /// <summary>Makes the voxels of every image that nobody has read yet.</summary>
    public void Settle()
    {
        foreach (var (_, image) in _images)
            _ = image.Buffer;
    }

    private Sample With((string, Image)[] images) => new(this, Case, images);
}
