using Framework.Sdk;

namespace UsesDependency;

/// <summary>Its component is named by the version of the dependency that it sees.</summary>
public sealed class UsesDependencyPlugin : IPlugin
{
    public void Register(IComponentRegistry components) =>
        components.Add<ITransform, SameTransform>("uses." + Dependency.Word.Text());
}

public sealed class SameTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context) => sample;
}
