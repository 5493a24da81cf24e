using Framework.Components.Training;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Supervised;
using Framework.Sdk;
using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Benchmarks;

/// <summary>One step of a network as the supervised trainer takes it: in training forward, loss, backward, Adam; in inference forward alone.</summary>
internal sealed class NetworkStep(NetworkTask task, bool trains, Precision precision, string device) : IBenchmark
{
    private const int GpuIndex = 0;
    private readonly torch.Device _device = new(device);
    private IModel? _model;
    private Batch? _batch;
    private TrainingState? _state;
    private GradientStep? _gradients;
    private Arithmetic? _arithmetic;
    private StepClock? _clock;

    public string Name => $"{(trains ? "train-step" : "inference")}.{task.Name}.{Bits}" + (OnGpu ? ".cuda" : "");

    public string What => $"{(trains ? "training step" : "inference")} of {task.What}, {Bits}{(task.Sides.Length == 2 ? ", channels-last" : "")}{(trains ? ", Adam" : "")}{Difference}";

    public string Unit => "s";

    public bool LowerIsBetter => true;

    public int Pairs => 3;

    public int Processes => 3;

    public TimeSpan WarmUp => TimeSpan.FromSeconds(4);

    public int? Images => task.Input[0];

    public PeerCommand? Peer => new("PyTorch", "network_step.py", task.Name, trains ? "train" : "infer", Bits, device, string.Join('x', task.Input));

    private string Difference => precision != Precision.Full && !OnGpu && task.PeerIn16Bits is { } difference ? $"; {difference}" : "";

    private string Bits => precision == Precision.Full ? "fp32" : "bf16";

    private bool OnGpu => _device.type == DeviceType.CUDA;

    public void Prepare()
    {
        torch.random.manual_seed(1);
        _model = task.Model.Create(new ModelContext { InputShape = task.Input[1..], Labels = [.. Enumerable.Range(0, task.Labels).Select(i => $"label{i}")] });
        _model.Module.to(_device);
        MemoryFormats.ToChannelsLast(_model.Module, spatial: 2);
        _model.Module.train(trains);
        using (var scope = torch.NewDisposeScope())
        {
            var image = torch.rand([.. task.Input.Select(size => (long)size)], device: _device);
            _batch = task.Batch(task, (task.Sides.Length == 2 ? MemoryFormats.ChannelsLast(image) : image).MoveToOuterDisposeScope(), _device);
            foreach (var tensor in new[] { _batch.Labels, _batch.Image }.Concat((_batch.Objects ?? []).SelectMany(objects => new[] { objects.Boxes, objects.Classes, objects.Masks })))
                tensor?.DetachFromDisposeScope();
        }

        _arithmetic = new Arithmetic(precision, _device);
        if (trains)
        {
            var optimizer = new AdamFactory(new AdamOptions { LearningRate = 1e-4 }).Create([new ParameterGroup(1, [.. _model.Module.named_parameters()])]);
            _state = new TrainingState(_model.Module, (OptimizerHelper)optimizer);
            _gradients = new GradientStep(_state, clipNorm: null);
        }

        Step();
        Step();
        _clock = new StepClock(_device);
    }

    public double Measure() => _clock!.Time(Step);

    public double PeakMemory() => !OnGpu ? ProcessMemory.Peak() : CudaMemory.IsCounted ? CudaMemory.Read(GpuIndex).PeakAllocated / (double)(1 << 20) : double.NaN;

    public void Dispose()
    {
        _clock?.Dispose();
        _state?.Dispose();
        _model?.Dispose();
        _batch?.Dispose();
    }

    private void Step()
    {
        using var scope = torch.NewDisposeScope();
        if (trains)
            Learn();
        else
            Infer();
    }

    private void Learn()
    {
        _gradients!.Begin();
        var loss = task.Loss(_arithmetic!.Forward(_model!, _batch!), _batch!);
        _gradients.Add(loss, share: 1);
        loss.item<float>();
        _gradients.Take(Name, step: 0);
    }

    private void Infer()
    {
        using var noGradient = torch.no_grad();
        _arithmetic!.Forward(_model!, _batch!);
    }
}
