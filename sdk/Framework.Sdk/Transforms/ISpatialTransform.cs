namespace Framework.Sdk;

/// <summary>A transform that changes grids: it plans which place each new voxel shows, and touches no voxel.</summary>
/// <remarks>
/// Because no voxel moves before somebody reads it, transforms in a row become one resampling, also inside compose and its kin. Moves by whole
/// voxels (flip, crop, orient along axes) are never interpolated. One resampling differs from several in two respects: it blurs once
/// only, and near a border it sees what the scan really holds there, where a second resampling would find the first one's padding.
/// Two changes are not joined where their padding or their sampling contradict each other.
/// </remarks>
public interface ISpatialTransform : ITransform
{
    /// <summary>
    /// Whether it can also work on a batch where that lies: its plan follows from the grid's size and the stream alone, keeps the size, samples linearly
    /// and displaces nothing. Default: false.
    /// </summary>
    bool RunsOnDevice => false;

    /// <summary>Draws what is to be done to the sample; the same for each of its images, boxes and landmarks.</summary>
    /// <param name="sample">Grids, boxes and landmarks are free to look at; reading pixels settles what was planned before.</param>
    /// <param name="context">Random numbers and phase.</param>
    /// <returns>What to do; null to leave the sample as it is.</returns>
    /// <exception cref="DataFormatException">The sample cannot be transformed; the message says what would be right.</exception>
    SpatialPlan? Plan(Sample sample, TransformContext context);

    /// <inheritdoc />
    Sample ITransform.Apply(Sample sample, TransformContext context) =>
        Plan(sample, context) is { } plan ? sample.Move(plan, context.Workspace) : sample;
}
