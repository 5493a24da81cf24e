using Framework.Components.Data.Loading;
using Framework.Components.Training.Segmentation;
using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>A model on its device with what its batches look like.</summary>
internal sealed class Network : IDisposable
{
    private const string NoModel = "'supervised' needs a 'model' in its stage, and there is none. Add one, such as { use: resnet, depth: 18 }.";

    private readonly TrainingContext _context;
    private readonly SupervisedOptions _options;
    private readonly Arithmetic _arithmetic;
    private readonly SlidingWindows? _windows;
    private bool _isDetector;

    private Network(IModel model, LoaderSettings loader, TrainingContext context, SupervisedOptions options)
    {
        (Model, Loader, _context, _options) = (model, loader, context, options);
        _arithmetic = new Arithmetic(options.Precision, context.Device);
        _windows = options.Windows is { } windows ? SlidingWindows.Of(windows, loader.InputShape) : null;
    }

    public IModel Model { get; }

    /// <summary>What its batches look like and how they are read.</summary>
    public LoaderSettings Loader { get; }

    /// <summary>Makes the model with the unit's initial weights.</summary>
    public static Network Create(TrainingContext context, SupervisedOptions options)
    {
        if (context.Model is null)
            throw new ExperimentException(NoModel);
        if (context.Train.Cases.Count == 0)
            throw new TrainingException($"{context.Unit}: there is no case to train on. Give 'train' a greater share of the split.");
        using var first = new SampleWorkspace();
        return Create(context, options, LoaderOf(context, options, ImageOfFirst(context.Train, options, first)), isPretrained: context.Start is null);
    }

    /// <summary>Makes the model for batches that are known, with random weights where others follow.</summary>
    public static Network Create(TrainingContext context, SupervisedOptions options, LoaderSettings loader, bool isPretrained)
    {
        var factory = context.Model ?? throw new ExperimentException(NoModel);
        torch.manual_seed(Seeds.Initial(context.Random));
        var model = factory.Create(new ModelContext
        {
            InputShape = loader.InputShape, Labels = context.Labels, MaskClasses = options.Masks?.Classes ?? [], ObjectClasses = options.Objects?.Classes ?? [], Pretrained = isPretrained,
        });
        model.Module.to(context.Device);
        if (options.MemoryFormat != MemoryFormat.Contiguous)
            MemoryFormats.ToChannelsLast(model.Module, spatial: 2);
        if (options.MemoryFormat == MemoryFormat.ChannelsLastVolumes)
            MemoryFormats.ToChannelsLast(model.Module, spatial: 3);
        return new Network(model, loader, context, options);
    }

    /// <summary>How cases are loaded that are not trained on: one by one where they may have any size.</summary>
    public LoaderSettings EvaluationLoader => _windows is null ? Loader with { Part = LoaderPart.Whole } : Loader with { Part = LoaderPart.Whole, BatchSize = 1, IsAnySize = true };

    /// <summary>What the loss is made for.</summary>
    public LossContext LossContext => new()
    {
        Labels = _context.Labels, Groups = _context.Groups, MaskClasses = _options.Masks?.Classes ?? [], TrainingCases = JoinedParts.Members(_context.Train.Cases), Device = _context.Device,
    };

    /// <summary>What loading takes, measured on the first case as it is read from its file; no network is made.</summary>
    public static LoaderMemory Memory(TrainingContext context, SupervisedOptions options)
    {
        using var workspace = new SampleWorkspace();
        var image = ImageOfFirst(context.Train with { Pipeline = context.Train.Pipeline.WithoutCache() }, options, workspace);
        return (LoaderOf(context, options, image) with { Part = LoaderPart.Whole }).Memory(workspace.Bytes); // ranks evaluate whole batches
    }

    /// <summary>Whether gradients need scaling on the way back.</summary>
    public bool NeedsScaling => _arithmetic.NeedsScaling;

    /// <summary>The batch on the model's device and in its layout; itself where it is so already.</summary>
    /// <param name="batch">As it was loaded.</param>
    /// <param name="transform">Makes another image of the batch's, on the device; null to take it as it is.</param>
    /// <param name="part">What the batch is of a larger one; null where it is whole.</param>
    public Batch Move(Batch batch, Func<Batch, torch.Tensor>? transform = null, BatchPart? part = null)
    {
        var moved = _context.Device.type == DeviceType.CPU ? batch : batch.To(_context.Device);
        var image = transform?.Invoke(moved) ?? moved.Image;
        var isVolume = image.Dimensions == 5;
        // What a transform leaves lies as its operators like it.
        if (isVolume ? _options.MemoryFormat == MemoryFormat.ChannelsLastVolumes : transform is not null && _options.MemoryFormat != MemoryFormat.Contiguous)
            image = MemoryFormats.ChannelsLast(image);
        return ReferenceEquals(image, moved.Image) && part is null ? moved : new Batch(moved.Cases, image, moved.Labels) { Instances = moved.Instances, Objects = moved.Objects, Mask = moved.Mask, Grids = moved.Grids, Part = part };
    }

    /// <summary>A forward pass in the options' precision; the outputs have 32 bits.</summary>
    public ModelOutput Forward(Batch moved) => _arithmetic.Forward(Model, moved);

    /// <summary>A forward pass in evaluation mode: window by window where the options say so.</summary>
    public ModelOutput Infer(Batch moved)
    {
        Model.Module.eval();
        return _windows is null
            ? Forward(moved)
            : new ModelOutput(_windows.Apply(moved.Image, window => Forward(new Batch(moved.Cases, window, moved.Labels)).Logits));
    }

    /// <summary>A forward pass for a loss without training: in evaluation mode, or as near to it as a model comes that has losses in training mode alone.</summary>
    public ModelOutput ForwardForLoss(Batch moved)
    {
        if (!_isDetector)
        {
            var output = Infer(moved);
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

    /// <summary>Length of the feature vector of a case, by a look at the first one.</summary>
    public int FeatureCount(SampleSet samples)
    {
        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        using var loader = new BatchLoader(samples with { Cases = [samples.Cases[0]] }, EvaluationLoader with { BatchSize = 1 });
        using var batch = loader.Read(LoaderPass.Evaluation(1), CancellationToken.None).First();
        return LabelReading.Features(Infer(Move(batch)))[0].Length;
    }

    public void Dispose() => Model.Dispose();

    /// <summary>What batches of images of a known shape look like.</summary>
    /// <param name="context">The unit.</param>
    /// <param name="options">Batch size and what else is in a batch.</param>
    /// <param name="shape">Of one case's image.</param>
    /// <param name="instanceDepth">Slices of a volume where that image is a bag of volumes.</param>
    public static LoaderSettings LoaderOf(TrainingContext context, SupervisedOptions options, IReadOnlyList<int> shape, int? instanceDepth) => new()
    {
        BatchSize = options.BatchSize,
        Part = context.Ranks is { } place ? new LoaderPart(place.Rank, place.Size) : LoaderPart.Whole,
        Threads = context.LoaderThreads,
        Shape = shape,
        InstanceDepth = instanceDepth,
        Labels = context.Labels.Count,
        Bag = options.Bag ?? options.Series,
        LabelsInstances = options.Series is not null,
        Objects = options.Objects,
        Masks = options.Masks,
        ChannelsLast = options.MemoryFormat != MemoryFormat.Contiguous,
        Pinned = context.Device.type == DeviceType.CUDA,
    };

    private static LoaderSettings LoaderOf(TrainingContext context, SupervisedOptions options, Image image)
    {
        if (image.Instances is not null && (options.Bag ?? options.Series) is null)
            throw new ExperimentException("the transforms make bags of volumes, and 'supervised' is not told how many a case has at most. Add 'bag', such as bag: 16, or take the transform out that makes them.");
        return LoaderOf(context, options, image.Shape.ToArray(), image.Instances is { } volumes ? image.Depth / volumes : null);
    }

    // Where images are segmented by windows, those of training alone have one size.
    private static Image ImageOfFirst(SampleSet samples, SupervisedOptions options, SampleWorkspace workspace) =>
        samples.Pipeline.Load(samples.Cases[0], options.Windows is null ? Phase.Evaluate : Phase.Train, 0, workspace).Image;
}
