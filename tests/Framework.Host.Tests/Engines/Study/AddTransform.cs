using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Adds a number to each pixel.</summary>
public sealed class AddTransform(AddOptions options) : ITransform
{
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = context.Workspace.Allocate(sample.Image.Shape, like: sample.Image);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = sample.Image.Pixels[i] + (float)options.Amount;
        return sample.With(image);
    }
}
