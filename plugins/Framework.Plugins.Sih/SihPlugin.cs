using Framework.Plugins.Sih.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.Sih;

/// <summary>Spontaneous intracranial hypotension on brain MRI: what is particular to the study. Everything else is shared.</summary>
public sealed class SihPlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IPhantom, SihPhantom, SihPhantomOptions>("sih");
}
