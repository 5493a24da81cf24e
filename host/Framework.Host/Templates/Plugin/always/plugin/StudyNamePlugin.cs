using Framework.Sdk;

namespace Study.Assembly;

/// <summary>What is particular to this study. Everything else is composed from the shared components, in YAML.</summary>
public sealed class StudyNamePlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IPhantom, StudyNamePhantom, StudyNamePhantomOptions>("study-name") //: source
        .Add<IDataSource, TableSource, TableOptions>("study-name.table") //: source
        .Add<ITransform, ClipTransform, ClipOptions>("study-name.clip") //: transform
        .Add<IModelFactory, SmallNetFactory, SmallNetOptions>("study-name.small-net") //: model
        .Add<ITrainer, CentroidTrainer, CentroidOptions>("study-name.centroid") //: trainer
        .Add<IMetric, YoudenIndex>("study-name.youden") //: metric
        .Add<IPredictionWriter, AnswersWriter>("study-name.answers") //: writer
        .Add<ITableTool, CountTable, CountOptions>("study-name.count") //: table
        ;
}
