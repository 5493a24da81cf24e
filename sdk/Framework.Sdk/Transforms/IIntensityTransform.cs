namespace Framework.Sdk;

/// <summary>A transform that changes the values of the image that a model sees, and nothing else: masks, other images and places stay.</summary>
/// <remarks>What is random is drawn first, so that one set of parameters can be applied, tested and shown on its own.</remarks>
public interface IIntensityTransform : ITransform
{
    /// <summary>Draws what is to be done to the image.</summary>
    /// <param name="grid">The image's grid; its values do not decide what is drawn.</param>
    /// <param name="random">The stream of this transform for this case in this epoch.</param>
    /// <returns>What to do; null to leave the image as it is.</returns>
    IIntensityChange? Draw(VoxelGrid grid, RandomStream random);

    /// <inheritdoc />
    Sample ITransform.Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        return image.Length > 0 && Draw(VoxelGrid.Of(image), context.Random) is { } change
            ? sample.With(change.Apply(image, context.Workspace))
            : sample;
    }
}
