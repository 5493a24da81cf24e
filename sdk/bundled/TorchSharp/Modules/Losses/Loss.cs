using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>A loss of two arguments, usually predictions and targets.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public Loss(Reduction reduction = Reduction.Mean) : base(nameof(Loss<T1, T2, TResult>)) => this.reduction = reduction;

    /// <summary>What becomes of the losses of the elements.</summary>
    public Reduction reduction { get; }
}

/// <summary>A loss of three arguments.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public Loss(Reduction reduction = Reduction.Mean) : base(nameof(Loss<T1, T2, T3, TResult>)) => this.reduction = reduction;

    /// <summary>What becomes of the losses of the elements.</summary>
    public Reduction reduction { get; }
}
