using Framework.Components.Controls;
using Framework.Components.Data.Cohorts;
using Framework.Components.Data.Loading;
using Framework.Components.Data.Npz;
using Framework.Components.Data.Slices;
using Framework.Components.Decisions;
using Framework.Components.Ensembles;
using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Decisions;
using Framework.Components.Explaining;
using Framework.Components.Evaluation.Findings;
using Framework.Components.Models;
using Framework.Components.Models.MaskRcnn;
using Framework.Components.Splits;
using Framework.Components.Training;
using Framework.Components.Training.Landmarks;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Schedules;
using Framework.Components.Transforms;
using Framework.Components.Transforms.Annotations;
using Framework.Components.Transforms.Composing;
using Framework.Components.Transforms.Intensity;
using Framework.Components.Transforms.Spatial;
using Framework.Components.Transforms.Stages;

namespace Framework.Components;

/// <summary>The components that every study composes.</summary>
public sealed class SharedComponents : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IDataSource, CohortSource, CohortOptions>("cohort")
        .Add<IDataSource, SlicesSource, SlicesOptions>("slices")
        .Add<IDataSource, NeighboursSource, NeighboursOptions>("neighbours")
        .Add<IDataSource, MedMnistSource, MedMnistOptions>("medmnist")
        .Add<ITransform, HounsfieldTransform>("hounsfield")
        .Add<ITransform, WindowsTransform, WindowsOptions>("windows")
        .Add<ITransform, ResizeTransform, ResizeOptions>("resize")
        .Add<ITransform, ShiftScaleRotateTransform, ShiftScaleRotateOptions>("shift-scale-rotate")
        .Add<ITransform, FlipTransform, FlipOptions>("flip")
        .Add<ITransform, NormaliseTransform, NormaliseOptions>("normalise")
        .Add<ITransform, IntensityNormaliseTransform, IntensityNormaliseOptions>("intensity-normalise")
        .Add<ITransform, IntensityShiftTransform, IntensityShiftOptions>("intensity-shift")
        .Add<ITransform, HistogramShiftTransform, HistogramShiftOptions>("histogram-shift")
        .Add<ITransform, BiasFieldTransform, BiasFieldOptions>("bias-field")
        .Add<ITransform, GaussianNoiseTransform, GaussianNoiseOptions>("gaussian-noise")
        .Add<ITransform, GaussianBlurTransform, GaussianBlurOptions>("gaussian-blur")
        .Add<ITransform, AffineTransform, AffineOptions>("affine")
        .Add<ITransform, ElasticTransform, ElasticOptions>("elastic")
        .Add<ITransform, SpacingTransform, SpacingOptions>("spacing")
        .Add<ITransform, OrientTransform, OrientOptions>("orient")
        .Add<ITransform, PadTransform, PadOptions>("pad")
        .Add<ITransform, CropTransform, CropOptions>("crop")
        .Add<ITransform, CropForegroundTransform, CropForegroundOptions>("crop-foreground")
        .Add<ITransform, CropBoxTransform, CropBoxOptions>("crop-box")
        .Add<ITransform, CropBoxesTransform, CropBoxesOptions>("crop-boxes")
        .Add<ITransform, CropLevelTransform, CropLevelsOptions>("crop-level")
        .Add<ITransform, LevelViewsTransform, LevelViewsOptions>("level-views")
        .Add<ITransform, NameLevelsTransform, NameLevelsOptions>("name-levels")
        .Add<ITransform, CropLevelsTransform, CropLevelsOptions>("crop-levels")
        .Add<ITransform, SliceTransform, SliceOptions>("slice")
        .Add<ITransform, StackSlicesTransform, StackSlicesOptions>("stack-slices")
        .Add<ITransform, RepeatChannelsTransform, RepeatChannelsOptions>("repeat-channels")
        .Add<ITransform, ComposeTransform, ComposeOptions>("compose")
        .Add<ITransform, CoordinatesTransform, CoordinatesOptions>("coordinates")
        .Add<ITransform, SelectImageTransform, SelectImageOptions>("select-image")
        .Add<ITransform, StageOutputsTransform, StageOutputsOptions>("stage-outputs")
        .Add<ITransform, StageMaskTransform, StageMaskOptions>("stage-mask")
        .Add<ITransform, OneOfTransform, OneOfOptions>("one-of")
        .Add<ITransform, WithProbabilityTransform, WithProbabilityOptions>("with-probability")
        .Add<ITransform, ObjectsFromMaskTransform, ObjectsFromMaskOptions>("objects-from-mask")
        .Add<ISplit, HoldoutSplit, HoldoutOptions>("holdout")
        .Add<ISplit, KFoldSplit, KFoldOptions>("k-fold")
        .Add<ISplit, StratifiedGroupKFoldSplit, StratifiedGroupKFoldOptions>("stratified-group-k-fold")
        .Add<ISplit, RepeatedSplit, RepeatedOptions>("repeated")
        .Add<ISplit, LeaveOneSiteOutSplit, LeaveOneSiteOutOptions>("leave-one-site-out")
        .Add<ISplit, ExternalSplit, ExternalOptions>("external")
        .Add<ISplit, FixedSplit, FixedOptions>("fixed")
        .Add<ISplit, NestedSplit, NestedOptions>("nested")
        .Add<IModelFactory, ResNetFactory, ResNetOptions>("resnet")
        .Add<IModelFactory, MaskRcnnFactory, MaskRcnnOptions>("mask-rcnn")
        .Add<IModelFactory, ResNeXtFactory, ResNeXtOptions>("resnext")
        .Add<IModelFactory, DenseNetFactory, DenseNetOptions>("densenet")
        .Add<IModelFactory, UNetFactory, UNetOptions>("unet")
        .Add<IModelFactory, MeshNetFactory, MeshNetOptions>("meshnet")
        .Add<IModelFactory, MultiViewFactory, MultiViewOptions>("multi-view")
        .Add<IModelFactory, AttentionMilFactory, AttentionMilOptions>("attention-mil")
        .Add<IModelFactory, SequenceFactory, SequenceOptions>("sequence")
        .Add<ITrainer, SupervisedTrainer, SupervisedOptions>("supervised")
        .Add<ITrainer, LogisticRegressionTrainer, LogisticRegressionOptions>("logistic-regression")
        .Add<ITrainer, LandmarksTrainer, LandmarksOptions>("landmarks")
        .Add<ITrainer, MeanTrainer>("mean")
        .Add<ITrainer, WeightedMeanTrainer, WeightedMeanOptions>("weighted-mean")
        .Add<ILossFactory, BceWithLogitsFactory, BceWithLogitsOptions>("bce-with-logits")
        .Add<ILossFactory, CrossEntropyFactory, CrossEntropyOptions>("cross-entropy")
        .Add<ILossFactory, FocalFactory, FocalOptions>("focal")
        .Add<ILossFactory, MultiTaskFactory, MultiTaskOptions>("multi-task")
        .Add<ILossFactory, DiceFactory, DiceOptions>("dice")
        .Add<ILossFactory, DiceCeFactory, DiceCeOptions>("dice-ce")
        .Add<ILossFactory, ModelLossesFactory, ModelLossesOptions>("model-losses")
        .Add<IOptimizerFactory, AdamFactory, AdamOptions>("adam")
        .Add<IOptimizerFactory, AdamWFactory, AdamOptions>("adamw")
        .Add<IOptimizerFactory, SgdFactory, SgdOptions>("sgd")
        .Add<ISampler, ClassBalancedSampler, BalancedOptions>("balanced")
        .Add<ISampler, WeightedSampler, WeightedOptions>("weighted")
        .Add<ISchedule, ConstantSchedule>("constant")
        .Add<ISchedule, StepSchedule, StepOptions>("step")
        .Add<ISchedule, CosineSchedule, CosineOptions>("cosine")
        .Add<ISchedule, CosineRestartsSchedule, CosineRestartsOptions>("cosine-restarts")
        .Add<ISchedule, OneCycleSchedule, OneCycleOptions>("one-cycle")
        .Add<ISchedule, PlateauSchedule, PlateauOptions>("plateau")
        .Add<ISchedule, WarmUpSchedule, WarmUpOptions>("warm-up")
        .Add<IMetric, Auroc, AurocOptions>("auroc")
        .Add<IMetric, AveragePrecision, AveragedOptions>("average-precision")
        .Add<IMetric, LogLoss, FigureOptions>("log-loss")
        .Add<IMetric, WeightedLogLoss, WeightedLogLossOptions>("weighted-log-loss")
        .Add<IMetric, Brier, FigureOptions>("brier")
        .Add<IMetric, Ece, EceOptions>("ece")
        .Add<IMetric, NetBenefit, NetBenefitOptions>("net-benefit")
        .Add<IMetric, Accuracy, QuestionOptions>("accuracy")
        .Add<IMetric, BalancedAccuracy, FigureOptions>("balanced-accuracy")
        .Add<IMetric, Sensitivity, ProportionOptions>("sensitivity")
        .Add<IMetric, Specificity, ProportionOptions>("specificity")
        .Add<IMetric, FlaggedShare, ProportionOptions>("flagged-share")
        .Add<IMetric, PositivePredictiveValue, PredictiveValueOptions>("ppv")
        .Add<IMetric, NegativePredictiveValue, PredictiveValueOptions>("npv")
        .Add<IMetric, Evaluation.Decisions.Precision, ProportionOptions>("precision")
        .Add<IMetric, Recall, ProportionOptions>("recall")
        .Add<IMetric, F1, AveragedOptions>("f1")
        .Add<IMetric, Mcc, FigureOptions>("mcc")
        .Add<IMetric, Kappa, KappaOptions>("kappa")
        .Add<IMetric, WithinOne, QuestionOptions>("within-one")
        .Add<IMetric, IntersectionOverUnion, OverlapOptions>("iou")
        .Add<IMetric, Dice, OverlapOptions>("dice")
        .Add<IMetric, DetectionRecall, DetectionOptions>("detection-recall")
        .Add<IMetric, DetectionPrecision, DetectionOptions>("detection-precision")
        .Add<IMetric, IdentificationRate, IdentificationOptions>("identification-rate")
        .Add<IMetric, Froc, FrocOptions>("froc")
        .Add<IMetric, AveragePrecisionIou, AveragePrecisionIouOptions>("average-precision-iou")
        .Add<ICalibrator, TemperatureCalibrator>("temperature")
        .Add<ICalibrator, PlattCalibrator>("platt")
        .Add<ICalibrator, IsotonicCalibrator>("isotonic")
        .Add<IThresholdRule, YoudenThreshold>("youden")
        .Add<IThresholdRule, FixedSensitivityThreshold, FixedRateOptions>("fixed-sensitivity")
        .Add<IThresholdRule, FixedSpecificityThreshold, FixedRateOptions>("fixed-specificity")
        .Add<IThresholdRule, CostThreshold, CostOptions>("cost")
        .Add<IEnsemble, MeanEnsemble>("mean")
        .Add<IEnsemble, WeightedMeanEnsemble, ScoreWeights>("weighted-mean")
        .Add<IEnsemble, RegressionEnsemble, RegressionEnsembleOptions>("logistic-regression")
        .Add<IExplainer, OcclusionExplainer, OcclusionOptions>("occlusion")
        .Add<IExplainer, AttentionExplainer>("attention")
        .Add<IExplainer, GradCamExplainer, GradCamOptions>("grad-cam")
        .Add<IControl, UntrainedControl>("untrained")
        .Add<IControl, FrozenControl, FrozenOptions>("frozen")
        .Add<IControl, SubsetControl, SubsetOptions>("subset")
        .Add<IControl, PermutedLabelsControl>("permuted-labels")
        .Add<IControl, MetadataOnlyControl, MetadataOnlyOptions>("metadata-only")
        .Add<IControl, PrevalenceControl>("prevalence")
        .Add<IControl, MajorityControl>("majority")
        .Add<IControl, BackgroundOnlyControl, BackgroundOnlyOptions>("background-only")
        .Add<IControl, ShuffledPixelsControl>("shuffled-pixels");
}
