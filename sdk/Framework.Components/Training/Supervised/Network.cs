using Framework.Components.Data;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>A model on its device with what its batches look like.</summary>
internal sealed class Network : IDisposable
{
    private Network(IModel model, IReadOnlyList<int> inputShape)
    {
        (Model, InputShape) = (model, inputShape);
    }

    public IModel Model { get; }

    public IReadOnlyList<int> InputShape { get; }

    /// <summary>Makes the model with the unit's initial weights.</summary>
    public static Network Create(TrainingContext context, SupervisedOptions options)
    {
        var factory = context.Model ?? throw new ExperimentException("'supervised' needs a 'model' in its stage, and there is none. Add one, such as { use: resnet, depth: 18 }.");
        if (context.Train.Cases.Count == 0)
            throw new TrainingException($"{context.Unit}: there is no case to train on. Give 'train' a greater share of the split.");
        var shape = ShapeOfFirst(context.Train);
        torch.manual_seed(Seeds.Initial(context.Random));
        var model = factory.Create(new ModelContext { InputShape = shape, Labels = context.Labels });
        model.Module.to(context.Device);
        if (options.MemoryFormat == MemoryFormat.ChannelsLast)
            ChannelsLast.Apply(model.Module);
        return new Network(model, shape);
    }

    public LoaderSettings Loader(TrainingContext context, SupervisedOptions options) => new()
    {
        BatchSize = options.BatchSize,
        Threads = context.LoaderThreads,
        Shape = InputShape,
        Labels = context.Labels.Count,
        ChannelsLast = options.MemoryFormat == MemoryFormat.ChannelsLast,
        Pinned = context.Device.type == DeviceType.CUDA,
    };

    /// <summary>The batch on the model's device; itself where it is there already.</summary>
    public static Batch Move(Batch batch, torch.Device device) => device.type == DeviceType.CPU
        ? batch
        : batch.To(device);

    public void Dispose() => Model.Dispose();

    private static int[] ShapeOfFirst(SampleSet samples)
    {
        using var workspace = new SampleWorkspace();
        return samples.Pipeline.Load(samples.Cases[0], Phase.Evaluate, 0, workspace).Image.Shape.ToArray();
    }
}
