using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Loading;
using Framework.Components.Training.Segmentation;

namespace Framework.Components.Training;

/// <summary>Options of <c>supervised</c>: how long by <c>epochs</c> or <c>steps</c>.</summary>
/// <example>{ use: supervised, epochs: 5, batch_size: 32, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.001 } }</example>
public sealed record SupervisedOptions : IValidatableObject
{
    /// <summary>Passes over the training part, at least 1. Either these or <c>steps</c>.</summary>
    [Range(1, 1_000_000)]
    public int? Epochs { get; init; }

    /// <summary>Steps in all, at least 1; the last epoch ends with the last step. Either these or <c>epochs</c>.</summary>
    [Range(1, 1_000_000_000)]
    public int? Steps { get; init; }

    /// <summary>Cases in a batch, at least 1; the last batch of an epoch has what is left.</summary>
    [Range(1, 65_536)]
    public required int BatchSize { get; init; }

    /// <summary>What is minimised.</summary>
    public required ILossFactory Loss { get; init; }

    /// <summary>How weights follow gradients, and the learning rate.</summary>
    public required IOptimizerFactory Optimizer { get; init; }

    /// <summary>The learning rate over time. Default: constant.</summary>
    public ISchedule? Schedule { get; init; }

    /// <summary>Which epoch's weights predict: best (lowest validation loss), last, or the best by a metric: <c>{ metric: auroc, label: any }</c>. Default: best.</summary>
    public Selection Select { get; init; } = Selection.Best;

    /// <summary>Stops where the score by which epochs are selected no longer gets better. Default: never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Parameters that keep their values, as names in which * stands for anything: <c>layer1.*</c>. Normalisations whose statistics are named so keep these too. Default: none.
    /// </summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>The epoch, from 1 on, with whose beginning the frozen parameters start to learn too. Default: never.</summary>
    [Range(1, 1_000_000)]
    public int? UnfreezeAt { get; init; }

    /// <summary>
    /// Factors of the learning rate, above 0, by names of parameters in which * stands for anything: <c>{ "fc.*": 10 }</c>. Of several that fit the longest counts. Default: 1 for all.
    /// </summary>
    [Range(1e-12, 1e12)]
    public IReadOnlyDictionary<string, double> LearningRates { get; init; } = new Dictionary<string, double>();

    /// <summary>What numbers the network computes with: full, mixed (16 bits) or bf16. Default: full.</summary>
    public Precision Precision { get; init; } = Precision.Full;

    /// <summary>
    /// Batches whose gradients make one step, at least 1: a larger batch than memory holds. The step's loss is the mean over their cases; an epoch's last step has
    /// what is left. Normalisation still sees one batch at a time. Default: 1.
    /// </summary>
    [Range(1, 65_536)]
    public int Accumulate { get; init; } = 1;

    /// <summary>The greatest Euclidean norm of all gradients together, above 0; larger ones are scaled down to it. Default: no limit.</summary>
    [Range(1e-12, 1e12)]
    public double? ClipNorm { get; init; }

    /// <summary>
    /// Validate, select and predict with weights averaged over the steps: the share of the average that a step keeps, in (0, 1), such as 0.999. It is lower at first,
    /// (1 + n) / (10 + n) at step n. Default: no average.
    /// </summary>
    [Range(1e-6, 0.999_999_999)]
    public double? Ema { get; init; }

    /// <summary>Fail on operators that give other bits each time (on CUDA; the CPU's are fixed but for a few). Default: false.</summary>
    public bool Deterministic { get; init; }

    /// <summary>Whether CUDA may round the factors of convolutions and matrix products to 10 bits (TF32). Default: libtorch's choice, convolutions only.</summary>
    public bool? Tf32 { get; init; }

    /// <summary>How images lie in memory. Default: channels-last.</summary>
    public MemoryFormat MemoryFormat { get; init; } = MemoryFormat.ChannelsLast;

    /// <summary>Steps between checkpoints. Default: none is counted; there is one after each epoch, and one when the last is five minutes old.</summary>
    [Range(1, 1_000_000_000)]
    public int? CheckpointEvery { get; init; }

    /// <summary>
    /// Where random transforms work: on the loader's threads, or where the network is. There the end of the chain from the last transform on that cannot run on a
    /// device works on whole batches, with the same draws. Only the image is moved: not for bags, nor for detectors. Default: loader.
    /// </summary>
    public Augment Augment { get; init; } = Augment.Loader;

    /// <summary>Which cases an epoch shows, and how often: balanced or weighted. Default: every case once.</summary>
    public ISampler? Sampler { get; init; }

    /// <summary>
    /// The most instances of a case where cases are bags, for models over many images of a case: each slice of a volume is one, or each volume where transforms
    /// make bags of volumes, and cases differ in how many they have. Memory is set aside for that many. Default: no bags, all volumes have one shape.
    /// </summary>
    [Range(1, 65_536)]
    public int? Bag { get; init; }

    /// <summary>
    /// The most slices of a series where cases are slices and the model looks at whole series, as <c>sequence</c> does. The slices of a series are joined in
    /// one row, ordered in space; each keeps its own labels and its own prediction. Batches count series, and transforms draw once for a series. Memory is set
    /// aside for that many. Default: every case is a row.
    /// </summary>
    [Range(1, 65_536)]
    public int? Series { get; init; }

    /// <summary>
    /// Whether the feature vector that the last layer sees of each predicted case is kept, for stages that read this one with <c>input: features</c>. Default: false.
    /// </summary>
    public bool Features { get; init; }

    /// <summary>The objects that a detector learns from. Default: none.</summary>
    public ObjectOptions? Objects { get; init; }

    /// <summary>The masks that a network learns to segment from. Default: none.</summary>
    public MaskOptions? Masks { get; init; }

    /// <summary>
    /// How images that are larger than those of training are segmented: window by window. The transforms crop for training alone then, and images to validate and predict may
    /// have any size. Default: all images have one size.
    /// </summary>
    public WindowOptions? Windows { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Epochs is null == Steps is null)
            yield return new ValidationResult($"it takes 'epochs' or 'steps', and {(Steps is null ? "neither is" : "both are")} given. Give one of them.");
        if (UnfreezeAt is not null && Freeze.Count == 0)
            yield return new ValidationResult("'unfreeze_at' says when 'freeze' ends, and nothing is frozen. Add 'freeze', or leave it out.", [nameof(UnfreezeAt)]);
        if (EarlyStopping is not null && Select.IsLast)
            yield return new ValidationResult("with 'early_stopping' the last epoch is one of those that got no better. Leave 'select: last' out.", [nameof(Select)]);
    }
}
