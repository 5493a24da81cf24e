using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>A loss of two arguments with weights, which stay the caller's unless the loss becomes part of another module.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <param name="weight">The weights; all equal when null.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public WeightedLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(reduction) => this.weight = weight;

    /// <summary>The weights.</summary>
    [field: ComponentName(Name = nameof(weight))]
    public Tensor? weight { get; }
}
