using Framework.Plugins.Fistula.Bern;
using Framework.Plugins.Fistula.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.Fistula;

/// <summary>CSF-venous fistula on brain MRI (SIHnet): what is particular to the study. Everything else is shared.</summary>
public sealed class FistulaPlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IPhantom, FistulaPhantom, FistulaPhantomOptions>("fistula")
        .Add<ITrainer, BernScoreTrainer, BernScoreOptions>("fistula.bern-score");
}
