namespace Framework.Sdk;

/// <summary>Fits one unit and gives what predicts with it.</summary>
public interface ITrainer
{
    /// <summary>False where nothing is fitted: a mean of other stages' outputs knows no more of the cases that it is given than of any others.</summary>
    bool IsFitted => true;

    /// <summary>
    /// Whether <see cref="Fit"/> chooses anything on the validation part, such as an epoch: its figures there are optimistic then, and the report says so. A trainer that
    /// does not is fitted on all subjects but the ones held out where a stage is cross-fitted, and has no validation part there.
    /// </summary>
    bool ChoosesOnValidation => IsFitted;

    /// <summary>Whether <see cref="Fit"/> goes on from what was fitted before where <see cref="TrainingContext.Start"/> has it.</summary>
    bool CanContinue => false;

    /// <summary>
    /// Whether several processes can fit one unit together, each with a part of every batch, where <see cref="TrainingContext.Ranks"/> says so: with the result that one
    /// process would have. All ranks call <see cref="Fit"/>; what it gives on others than rank 0 is not used.
    /// </summary>
    bool TrainsInRanks => false;

    /// <summary>Trains on <see cref="TrainingContext.Train"/>, selects on <see cref="TrainingContext.Validate"/>.</summary>
    /// <remarks>
    /// Continues from <see cref="TrainingContext.Checkpoints"/> exactly where an uninterrupted run would be, at any step. When asked to
    /// stop it saves a checkpoint after the current step and throws <see cref="OperationCanceledException"/>.
    /// </remarks>
    /// <param name="context">Cases, model, device, checkpoints and log of the unit.</param>
    /// <param name="cancellation">Asks to save and stop.</param>
    /// <exception cref="TrainingException">The loss is not finite, memory ran out...; names the unit, the cases and the cause.</exception>
    IPredictor Fit(TrainingContext context, CancellationToken cancellation);

    /// <summary>Everything that can be tried without training: one batch through model and loss.</summary>
    /// <param name="context">As for <see cref="Fit"/>; nothing is written.</param>
    /// <exception cref="FrameworkException">The parts do not fit together.</exception>
    void Try(TrainingContext context);

    /// <summary>About how long <see cref="Fit"/> takes on the context's device, samples being there in time; null where the trainer cannot say. Takes a second or two itself.</summary>
    /// <param name="context">As for <see cref="Fit"/>, after <see cref="Try"/>; nothing is written.</param>
    TimeSpan? Estimate(TrainingContext context) => null;

    /// <summary>What <see cref="Fit"/> gave before, from what its predictor saved: the same predictions, bit for bit, of the same cases.</summary>
    /// <remarks>No training data are there: whatever depends on them must have been saved.</remarks>
    /// <param name="context">As for <see cref="Fit"/>, but both parts are empty, and the checkpoints hold what <see cref="IPredictor.Save"/> wrote.</param>
    /// <exception cref="DataFormatException">What was saved is not there, damaged or of another model.</exception>
    IPredictor Restore(TrainingContext context) =>
        throw new PluginException($"{context.Unit}: this trainer cannot give its model again, so that its runs cannot be used on new data. It must implement 'Restore', and its predictor 'Save'.");

    /// <summary>What there is in a case in the form of what a model would find, so that stages which read this one can be tried before anything is fitted.</summary>
    /// <param name="context">As for <see cref="Fit"/>; nothing is written.</param>
    /// <param name="item">A case of the stage; where its truth is not known, nothing is found.</param>
    /// <param name="workspace">Where the label map goes.</param>
    /// <returns>Objects or overlaps on the scan's grid, with the label map of a stage that segments; null where the trainer finds neither.</returns>
    (CaseFindings Findings, Image? Mask)? StandIn(TrainingContext context, Case item, SampleWorkspace workspace) => null;

    /// <summary>Length of the feature vectors that are kept of predicted cases, so that stages which read them can be tried before anything is fitted; 0 where none are.</summary>
    /// <param name="context">As for <see cref="Fit"/>; nothing is written.</param>
    int FeatureCount(TrainingContext context) => 0;

    /// <summary>The most memory that loading will take, known before anything is fitted; null where the trainer cannot say.</summary>
    /// <param name="context">As for <see cref="Fit"/>; the first case is loaded, nothing is written.</param>
    /// <exception cref="FrameworkException">The first case cannot be loaded.</exception>
    LoaderMemory? LoaderMemory(TrainingContext context) => null;

    /// <summary>The most memory that fitting will take on the CPU beside loading, from a step of a few cases; null where the trainer cannot say.</summary>
    /// <param name="context">As for <see cref="Fit"/>, after <see cref="Try"/>; nothing is written.</param>
    FittingMemory? FittingMemory(TrainingContext context) => null;

    /// <summary>Bytes of one checkpoint, of which a unit keeps the last two; null where the trainer cannot say.</summary>
    /// <param name="modelBytes">Bytes of the network's parameters and buffers.</param>
    long? CheckpointBytes(long modelBytes) => null;

    /// <summary>Whether what is fitted finds objects or segments, so that tables have <see cref="Predictions.Findings"/>: metrics of findings need such a stage.</summary>
    bool GivesFindings => false;

    /// <summary>Whether cases may have images of different sizes after the transforms.</summary>
    bool TakesAnySize => false;
}
