using System.Diagnostics;
using Framework.Components.Data.Loading;
using Framework.Components.Models;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Supervised;
using Framework.Components.Transforms.Spatial;
using Framework.Sdk;
using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Benchmarks;

/// <summary>An epoch of the ICH study's training from DICOM slices: the whole, the loader without the model, and what the trainer waited.</summary>
internal sealed class LoaderRate(LoaderFigure figure, string device) : IBenchmark
{
    private const int BatchSize = 16;
    private readonly torch.Device _device = new(device);
    private SliceCohort? _cohort;
    private BatchLoader? _loader;
    private IReadOnlyList<Case> _cases = [];
    private IModel? _model;
    private TrainingState? _state;
    private GradientStep? _gradients;
    private int _epoch;

    public string Name => "loader" + (figure == LoaderFigure.Full ? "" : $".{figure.ToString().ToLowerInvariant()}") + (OnGpu ? ".cuda" : "");

    public string What => figure switch
    {
        LoaderFigure.Full => $"{Epoch}, loading and training",
        LoaderFigure.Alone => $"{Epoch}, the loader without the model",
        _ => $"{Epoch}, share of the time in which training waits for a batch",
    };

    public string Unit => figure == LoaderFigure.Waited ? "%" : "images/s";

    public bool LowerIsBetter => figure == LoaderFigure.Waited;

    public int Pairs => 3;

    public bool HasPeer => false;

    public PeerCommand? Peer => null;

    private static string Epoch => $"epoch of ResNet-18 over DICOM slices, three windows, 224 x 224, shifted and turned, batch {BatchSize}, {Environment.ProcessorCount} loader threads";

    private bool OnGpu => _device.type == DeviceType.CUDA;

    public void Prepare()
    {
        _cohort = new SliceCohort(OnGpu ? 1920 : 48);
        _cases = _cohort.Source.Index(_cohort.Context()).Cases;
        TransformStep[] steps =
        [
            .. SliceCohort.Steps,
            new("shift-scale-rotate", new ShiftScaleRotateTransform(new ShiftScaleRotateOptions { Rotate = 14, Probability = 1 }), Phase.Train),
        ];
        var samples = new SampleSet(_cases, new SamplePipeline(_cohort.Source, steps, new RandomStream(1)));
        _loader = new BatchLoader(samples, new LoaderSettings
        {
            BatchSize = BatchSize, Threads = Environment.ProcessorCount, Shape = [3, 224, 224], Labels = 6, ChannelsLast = true, Pinned = OnGpu,
        });
        if (figure != LoaderFigure.Alone)
            MakeModel();
        Measure();
    }

    public double Measure()
    {
        var (start, waited) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        using var batches = _loader!.Read(LoaderPass.Training(_cases.Count, new RandomStream(2), _epoch++, 0), CancellationToken.None).GetEnumerator();
        while (Wait(batches, ref waited))
        {
            using var batch = batches.Current;
            if (_model is not null)
                Step(batch);
        }

        var whole = Stopwatch.GetElapsedTime(start);
        return figure == LoaderFigure.Waited ? 100 * (waited / whole) : _cases.Count / whole.TotalSeconds;
    }

    public void Dispose()
    {
        _state?.Dispose();
        _model?.Dispose();
        _loader?.Dispose();
        _cohort?.Dispose();
    }

    private static bool Wait(IEnumerator<Batch> batches, ref TimeSpan waited)
    {
        var start = Stopwatch.GetTimestamp();
        var isThere = batches.MoveNext();
        waited += Stopwatch.GetElapsedTime(start);
        return isThere;
    }

    private void MakeModel()
    {
        torch.random.manual_seed(1);
        _model = new ResNetFactory(new ResNetOptions { Depth = 18 }).Create(new ModelContext { InputShape = [3, 224, 224], Labels = ["a", "b", "c", "d", "e", "f"] });
        _model.Module.to(_device);
        MemoryFormats.ToChannelsLast(_model.Module, spatial: 2);
        _model.Module.train();
        var optimizer = new AdamFactory(new AdamOptions { LearningRate = 1e-4 }).Create([new ParameterGroup(1, [.. _model.Module.named_parameters()])]);
        _state = new TrainingState(_model.Module, (OptimizerHelper)optimizer);
        _gradients = new GradientStep(_state, clipNorm: null);
    }

    private void Step(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        var moved = OnGpu ? batch.To(_device) : batch;
        _gradients!.Begin();
        var loss = torch.nn.functional.binary_cross_entropy_with_logits(_model!.Forward(moved).Logits, moved.Labels);
        loss.item<float>();
        _gradients.Add(loss, share: 1);
        _gradients.Take(Name, step: 0);
    }
}
