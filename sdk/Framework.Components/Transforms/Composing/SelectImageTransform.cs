namespace Framework.Components.Transforms.Composing;

/// <summary>Looks at one of the images of a case: one view of several. The others are dropped, and cost nothing afterwards.</summary>
/// <remarks>Input: any images. Output: the chosen one as <c>image</c>, and those of <c>keep</c>. Boxes and landmarks stay.</remarks>
public sealed class SelectImageTransform : ITransform
{
    private readonly IReadOnlyList<string> _names;

    /// <summary>Checks the names.</summary>
    /// <param name="options">Which images.</param>
    /// <exception cref="ExperimentException">A name stands twice, or another image is to be called <c>image</c>.</exception>
    public SelectImageTransform(SelectImageOptions options)
    {
        _names = [options.Name, .. options.Keep];
        if (_names.Distinct().Count() < _names.Count)
            throw new ExperimentException("'select-image' names an image twice. Name each once, in 'name' or in 'keep'.");
        if (options.Keep.Contains(Sample.ImageName))
            throw new ExperimentException($"'select-image' makes '{options.Name}' the image that a model sees, and 'keep' has another of the name '{Sample.ImageName}'. Leave it out of 'keep'.");
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        foreach (var name in _names)
        {
            if (!sample.Images.Any(pair => pair.Name == name))
                throw new DataFormatException($"the case has no image '{name}'; it has {string.Join(", ", sample.Images.Select(pair => $"'{pair.Name}'"))}. Name one of these, or add it under 'images' of the data.");
        }

        return sample.Select(_names);
    }
}
