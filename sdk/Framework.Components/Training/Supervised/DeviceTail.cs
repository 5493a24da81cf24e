using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>The end of a training chain that works on batches where the network is, instead of on cases in the loader.</summary>
internal sealed class DeviceTail
{
    private readonly SamplePipeline _pipeline;
    private readonly int _start;
    private readonly List<DeviceStep> _steps;

    private DeviceTail(SamplePipeline pipeline, int start)
    {
        (_pipeline, _start) = (pipeline, start);
        _steps = [.. Enumerable.Range(start, pipeline.Steps.Count - start).Where(at => Applies(pipeline.Steps[at])).SelectMany(at => DeviceStep.Of(at, pipeline.Steps[at].Transform))];
    }

    /// <summary>What is left for the loader.</summary>
    public SamplePipeline Head => _pipeline.Until(_start);

    /// <summary>The chain's end from its last transform on that cannot run on a device.</summary>
    /// <exception cref="ExperimentException">No random transform is left for the device; the message names the one in the way.</exception>
    public static DeviceTail Of(SamplePipeline pipeline)
    {
        var steps = pipeline.Steps;
        var start = steps.Count;
        while (start > pipeline.FirstRandom && Runs(steps[start - 1]))
            start--;
        // Two changes of grid are one resampling in the loader: they are not to be parted.
        while (start > pipeline.FirstRandom && start < steps.Count && IsSpatial(steps[start]) && IsSpatial(steps[start - 1]))
            start++;
        if (steps.Skip(start).Any(step => step.Transform.IsRandom && Applies(step)))
            return new DeviceTail(pipeline, start);
        var blocking = start == 0 || start == pipeline.FirstRandom ? "there is no random transform" : $"'{steps[start - 1].Name}' does not run on a device, and no random transform follows it";
        throw new ExperimentException($"'supervised' is told to 'augment: device', and {blocking}. Put it before flip, affine, shift-scale-rotate and changes of values, or leave 'augment' out.");
    }

    /// <summary>The batch's image, transformed as the loader would have done it.</summary>
    /// <param name="batch">As the head leaves it, on the device.</param>
    /// <param name="epoch">From 0.</param>
    /// <exception cref="ExperimentException">The batch has more than one image of one size for each case.</exception>
    public torch.Tensor Apply(Batch batch, int epoch)
    {
        if (batch.Instances is not null || batch.Objects is not null)
            throw new ExperimentException("'augment: device' moves images alone, and these cases are bags or have objects. Leave 'augment' out.");
        using var scope = torch.NewDisposeScope();
        var image = batch.Image;
        for (var i = 0; i < _steps.Count;)
        {
            var spatial = _steps.Skip(i).TakeWhile(step => step.Transform is ISpatialTransform).ToList();
            image = spatial.Count > 0 ? Move(image, spatial, batch, epoch) : Change(image, _steps[i], batch, epoch);
            i += Math.Max(spatial.Count, 1);
        }

        return ReferenceEquals(image, batch.Image) ? image : image.MoveToOuterDisposeScope();
    }

    private static bool Applies(TransformStep step) => step.Only != Phase.Evaluate;

    private static bool Runs(TransformStep step) => !Applies(step)
        || DeviceStep.Of(0, step.Transform).All(part => part.Transform is ISpatialTransform { RunsOnDevice: true } or IIntensityTransform { RunsOnDevice: true });

    private static bool IsSpatial(TransformStep step) => DeviceStep.Of(0, step.Transform).Any(part => part.Transform is ISpatialTransform);

    private RandomStream? RandomOf(DeviceStep step, Batch batch, int row, int epoch) =>
        step.StreamOf(_pipeline.RandomOf(step.Step, batch.Cases[row], new SampleMoment(Phase.Train, epoch, batch.Repetitions?[row] ?? 0)));

    private torch.Tensor Move(torch.Tensor image, List<DeviceStep> steps, Batch batch, int epoch) => SpatialBatch.Apply(
        image, [.. steps.Select(step => (ISpatialTransform)step.Transform)], (at, row) => RandomOf(steps[at], batch, row, epoch));

    private torch.Tensor Change(torch.Tensor image, DeviceStep step, Batch batch, int epoch)
    {
        var transform = (IIntensityTransform)step.Transform;
        var size = image.shape;
        var grid = new VoxelGrid(size.Length - 2, ((int)size[^1], (int)size[^2], size.Length == 5 ? (int)size[2] : 1), Geometry.Unknown);
        var drawn = batch.Cases.Select((_, row) => (Row: row, Change: RandomOf(step, batch, row, epoch) is { } random ? transform.Draw(grid, random) : null)).Where(pair => pair.Change is not null).ToList();
        return BatchRows.Replace(image, [.. drawn.Select(pair => pair.Row)], rows => transform.Apply(rows, [.. drawn.Select(pair => pair.Change!)]));
    }
}
