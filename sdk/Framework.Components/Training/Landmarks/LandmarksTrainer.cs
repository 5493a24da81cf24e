namespace Framework.Components.Training.Landmarks;

/// <summary>Fits nothing: what the stage's transforms put into a sample as landmarks is what was found, so that places which follow from an earlier stage have figures.</summary>
/// <remarks>A landmark is an object of one voxel with a score of 1, on the grid that the image has at the end of the chain; <c>identification-rate</c> holds it against the label map of what there is.</remarks>
/// <param name="options">Which landmarks, and where the truth stands.</param>
public sealed class LandmarksTrainer(LandmarksOptions options) : ITrainer
{
    /// <inheritdoc />
    public bool IsFitted => false;

    /// <inheritdoc />
    public bool GivesFindings => true;

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => new LandmarksPredictor(options, context);

    /// <inheritdoc />
    public IPredictor Restore(TrainingContext context) => new LandmarksPredictor(options, context);

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
        using var predictor = new LandmarksPredictor(options, context);
        predictor.Predict(context.Train with { Cases = [context.Train.Cases[0]] }, CancellationToken.None);
    }
}
