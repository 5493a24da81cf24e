namespace Framework.Sdk;

/// <summary>A case loaded: its named images. Immutable; a transform gives a new one.</summary>
public sealed class Sample
{
    /// <summary>The name of the image that a model sees.</summary>
    public const string ImageName = "image";

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

    /// <summary>What was loaded.</summary>
    public Case Case { get; }

    /// <summary>The image that a model sees.</summary>
    public Image Image => this[ImageName];

    /// <summary>All images with their names: <c>image</c>, and others such as <c>mask</c>.</summary>
    public IReadOnlyList<(string Name, Image Image)> Images => _images;

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

    /// <summary>The same images under another description of their case, such as one with pseudonyms.</summary>
    public Sample For(Case item) => new(item, _images);

    /// <summary>This sample with one image replaced or added.</summary>
    public Sample With(Image image, string name = ImageName)
    {
        var at = Array.FindIndex(_images, pair => pair.Name == name);
        if (at < 0)
            return new Sample(Case, [.. _images, (name, image)]);
        var images = ((string, Image)[])_images.Clone();
        images[at] = (name, image);
        return new Sample(Case, images);
    }
}
