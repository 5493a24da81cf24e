
namespace Framework.Components.Training.Supervised;

/// <summary>Cases as the first spatial transform of a chain meets them: on the scan's own grid, slices taken out of it already.</summary>
/// <param name="pipeline">The whole chain.</param>
internal sealed class ScanView(SamplePipeline pipeline)
{
    private readonly SamplePipeline _head = pipeline.Until(FirstSpatial(pipeline.Steps));

    /// <summary>Loads one case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="seen">The grid that the network saw.</param>
    /// <param name="workspace">The calling thread's memory.</param>
    /// <exception cref="ExperimentException">The network saw a slice of a volume, so that the rest of it would count as missed.</exception>
    public Sample Load(Case item, VoxelGrid seen, SampleWorkspace workspace)
    {
        var sample = Load(item, workspace);
        if (sample.Image.Dimensions != seen.Dimensions)
        {
            throw new ExperimentException(
                $"case '{item.Id}': what is found in a slice cannot be brought back to the volume {string.Join(" x ", sample.Image.Shape.ToArray())}. Put slice before the first transform that changes the grid.");
        }

        return sample;
    }

    /// <summary>Loads one case that no network saw yet.</summary>
    /// <param name="item">The case.</param>
    /// <param name="workspace">The calling thread's memory.</param>
    public Sample Load(Case item, SampleWorkspace workspace) => _head.Load(item, Phase.Evaluate, epoch: 0, workspace);

    private static int FirstSpatial(IReadOnlyList<TransformStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Only != Phase.Train && IsSpatial(steps[i].Transform))
                return i;
        }

        return steps.Count;
    }

    private static bool IsSpatial(ITransform transform) =>
        transform is ISpatialTransform || (transform is ICompositeTransform composite && composite.Transforms.Any(IsSpatial));
}
