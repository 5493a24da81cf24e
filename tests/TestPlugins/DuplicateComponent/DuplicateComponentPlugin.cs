using Framework.Sdk;

namespace DuplicateComponent;

public sealed class DuplicateComponentPlugin : IPlugin
{
    public void Register(IComponentRegistry components) => components
        .Add<ITransform, AlsoKeepTransform>("duplicate.first")
        .Add<ITransform, AlsoKeepTransform>("good.keep");
}

public sealed class AlsoKeepTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context) => sample;
}
