using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation share: weight and bias (features), and running statistics of the same shape.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _runningVar;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _batchesTracked;

    /// <param name="num_features">The number of channels.</param>
    /// <param name="eps">Added to the variance before its root is taken.</param>
    /// <param name="momentum">The weight of a new batch in the running statistics; null for the plain average of all batches.</param>
    /// <param name="affine">Whether there are weight and bias.</param>
    /// <param name="track_running_stats">Whether there are running statistics.</param>
    /// <param name="device">Where the tensors are.</param>
    /// <param name="dtype">Their type.</param>
    /// <param name="name">The layer's name.</param>
    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = nn.Parameter(ones([num_features], dtype, device));
            bias = nn.Parameter(zeros([num_features], dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros([num_features], dtype, device);
            running_var = ones([num_features], dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance before its root is taken.</summary>
    public double eps { get; set; }

    /// <summary>The weight of a new batch in the running statistics; null for the plain average of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are weight and bias.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    /// <summary>What the normalised channels are multiplied by.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>What is added to the channels after that.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The channels' running mean.</summary>
    public Tensor? running_mean
    {
        get => _runningMean;
        set => SetBuffer(ref _runningMean, nameof(running_mean), value);
    }

    /// <summary>The channels' running variance, unbiased.</summary>
    public Tensor? running_var
    {
        get => _runningVar;
        set => SetBuffer(ref _runningVar, nameof(running_var), value);
    }

    /// <summary>How many batches the running statistics have seen.</summary>
    public Tensor? num_batches_tracked
    {
        get => _batchesTracked;
        set => SetBuffer(ref _batchesTracked, nameof(num_batches_tracked), value);
    }

    /// <summary>Puts the running statistics back to mean 0, variance 1, no batch.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        nn.init.zeros_(running_mean!);
        nn.init.ones_(running_var!);
        nn.init.zeros_(num_batches_tracked!);
    }

    /// <summary>Puts weight back to 1, bias to 0, and the running statistics to their beginning.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(weight!);
        nn.init.zeros_(bias!);
    }

    /// <summary>Throws where the input has another number of dimensions than the layer is for.</summary>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void RequireDimensions(Tensor input, int least, int most)
    {
        var dimensions = (int)input.ndim;
        if (dimensions < least || dimensions > most)
            throw new ArgumentException(
                $"'{GetName()}' needs an input of {(least == most ? $"{least}" : $"{least} or {most}")} dimensions; it has {dimensions}: [{string.Join(", ", input.shape)}].");
    }
}
