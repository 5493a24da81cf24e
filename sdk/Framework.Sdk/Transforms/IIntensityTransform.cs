using TorchSharp;

namespace Framework.Sdk;

/// <summary>A transform that changes the values of the image that a model sees, and nothing else: masks, other images and places stay.</summary>
/// <remarks>What is random is drawn first, so that one set of parameters can be applied, tested and shown on its own, and on a device.</remarks>
public interface IIntensityTransform : ITransform
{
    /// <summary>Whether it can also work on a batch where that lies, by <see cref="Apply(torch.Tensor, IReadOnlyList{IIntensityChange})"/>.</summary>
    bool RunsOnDevice => false;

    /// <summary>Draws what is to be done to the image.</summary>
    /// <param name="grid">The image's grid; its values do not decide what is drawn. On a device its geometry is unknown.</param>
    /// <param name="random">The stream of this transform for this case in this epoch.</param>
    /// <returns>What to do; null to leave the image as it is.</returns>
    IIntensityChange? Draw(VoxelGrid grid, RandomStream random);

    /// <summary>Does to rows of a batch what the changes do to each image, by operators on all rows at once.</summary>
    /// <param name="rows">(case, channel, y, x) or (case, channel, z, y, x), float32, on any device; left untouched.</param>
    /// <param name="drawn">What <see cref="Draw"/> gave for each row.</param>
    torch.Tensor Apply(torch.Tensor rows, IReadOnlyList<IIntensityChange> drawn) => throw new NotSupportedException("The transform does not run on a device.");

    /// <inheritdoc />
    Sample ITransform.Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        return image.Length > 0 && Draw(VoxelGrid.Of(image), context.Random) is { } change
            ? sample.With(change.Apply(image, context.Workspace))
            : sample;
    }
}
