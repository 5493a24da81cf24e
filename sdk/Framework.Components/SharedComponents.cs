using Framework.Components.Evaluation;
using Framework.Components.Splits;
using Framework.Components.Transforms;

namespace Framework.Components;

/// <summary>The components that every study composes.</summary>
public sealed class SharedComponents : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components)
    {
        AddTransforms(components);
        AddEvaluation(components);
        components.Add<ISplit, HoldoutSplit, HoldoutOptions>("holdout");
    }

    private static void AddTransforms(IComponentRegistry components) => components
        .Add<ITransform, HounsfieldTransform>("hounsfield")
        .Add<ITransform, WindowsTransform, WindowsOptions>("windows")
        .Add<ITransform, ResizeTransform, ResizeOptions>("resize")
        .Add<ITransform, NormaliseTransform, NormaliseOptions>("normalise")
        .Add<ITransform, FlipTransform, FlipOptions>("flip")
        .Add<ITransform, ShiftScaleRotateTransform, ShiftScaleRotateOptions>("shift-scale-rotate");

    private static void AddEvaluation(IComponentRegistry components) => components
        .Add<IMetric, Auroc, AurocOptions>("auroc")
        .Add<IMetric, AveragePrecision, AveragePrecisionOptions>("average-precision")
        .Add<IMetric, Brier, BrierOptions>("brier")
        .Add<IMetric, LogLoss, LogLossOptions>("log-loss")
        .Add<IMetric, WeightedLogLoss, WeightedLogLossOptions>("weighted-log-loss");
}
