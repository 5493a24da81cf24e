using Framework.Components.Data;
using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>A model on its device with what its batches look like.</summary>
internal sealed class Network : IDisposable
{
    private readonly TrainingContext _context;
    private readonly SupervisedOptions _options;
    private readonly Arithmetic _arithmetic;
    private bool _isDetector;

    private Network(IModel model, IReadOnlyList<int> inputShape, TrainingContext context, SupervisedOptions options)
    {
        (Model, InputShape, _context, _options) = (model, inputShape, context, options);
        _arithmetic = new Arithmetic(options.Precision, context.Device);
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
        if (options.MemoryFormat != MemoryFormat.Contiguous)
            MemoryFormats.ToChannelsLast(model.Module, spatial: 2);
        if (options.MemoryFormat == MemoryFormat.ChannelsLastVolumes)
            MemoryFormats.ToChannelsLast(model.Module, spatial: 3);
        return new Network(model, shape, context, options);
    }

    public LoaderSettings Loader => new()
    {
        BatchSize = _options.BatchSize,
        Threads = _context.LoaderThreads,
        Shape = InputShape,
        Labels = _context.Labels.Count,
        ChannelsLast = _options.MemoryFormat != MemoryFormat.Contiguous,
        Pinned = _context.Device.type == DeviceType.CUDA,
    };

    /// <summary>Whether gradients need scaling on the way back.</summary>
    public bool NeedsScaling => _arithmetic.NeedsScaling;

    /// <summary>The batch on the model's device and in its layout; itself where it is so already.</summary>
    public Batch Move(Batch batch)
    {
        var moved = _context.Device.type == DeviceType.CPU ? batch : batch.To(_context.Device);
        if (_options.MemoryFormat != MemoryFormat.ChannelsLastVolumes || moved.Image.Dimensions != 5)
            return moved;
        return new Batch(moved.Cases, MemoryFormats.ChannelsLast(moved.Image), moved.Labels) { Instances = moved.Instances, Objects = moved.Objects };
    }

    /// <summary>A forward pass in the options' precision; the outputs have 32 bits.</summary>
    public ModelOutput Forward(Batch moved) => _arithmetic.Forward(Model, moved);

    /// <summary>A forward pass for a loss without training: in evaluation mode, or as near to it as a model comes that has losses in training mode alone.</summary>
    public ModelOutput ForwardForLoss(Batch moved)
    {
        if (!_isDetector)
        {
            Model.Module.eval();
            var output = Forward(moved);
            if (output.Objects is null)
                return output;
            _isDetector = true;
        }

        // A detector finds objects in evaluation mode. Its statistics and dropout stay as they are then.
        Model.Module.train();
        foreach (var part in Model.Module.modules().Where(part => part is NormBase or Dropout or Dropout1d or Dropout2d or Dropout3d))
            part.eval();
        try
        {
            return Forward(moved);
        }
        finally
        {
            Model.Module.eval();
        }
    }

    public void Dispose() => Model.Dispose();

    private static int[] ShapeOfFirst(SampleSet samples)
    {
        using var workspace = new SampleWorkspace();
        return samples.Pipeline.Load(samples.Cases[0], Phase.Evaluate, 0, workspace).Image.Shape.ToArray();
    }
}
