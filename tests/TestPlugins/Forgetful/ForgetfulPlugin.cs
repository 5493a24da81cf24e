using Framework.Sdk;

namespace Forgetful;

public sealed class ForgetfulPlugin : IPlugin
{
    public void Register(IComponentRegistry components) => components.Add<ITransform, FlipTransform>("forgetful.flip");
}

public sealed class FlipTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context) => sample;
}

public sealed class ClipTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context) => sample;
}
