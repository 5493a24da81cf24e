using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Random in name; leaves the image as it is.</summary>
public sealed class ShakeTransform : ITransform
{
    public bool IsRandom => true;

    public Sample Apply(Sample sample, TransformContext context) => sample;
}
