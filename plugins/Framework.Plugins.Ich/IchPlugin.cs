using Framework.Plugins.Ich.Kaggle;
using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Plugins.Ich.Tables;
using Framework.Sdk;

namespace Framework.Plugins.Ich;

/// <summary>Intracranial hemorrhage on head CT: the RSNA 2019 data, the challenge's submission and a phantom of them. Everything else is shared.</summary>
public sealed class IchPlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IDataSource, RsnaSource, RsnaOptions>("ich.rsna")
        .Add<IPhantom, IchPhantom, IchPhantomOptions>("ich")
        .Add<IPredictionWriter, SubmissionWriter, SubmissionOptions>("ich.submission")
        .Add<ITableTool, PositiveWeights>("ich.pos-weights");
}
