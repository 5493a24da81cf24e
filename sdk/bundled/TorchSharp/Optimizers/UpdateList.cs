namespace TorchSharp.Modules;

/// <summary>Parameters that take the same update at once, with their gradients and states.</summary>
internal sealed record UpdateList<TState>(torch.Tensor[] Parameters, torch.Tensor[] Gradients, TState[] States)
{
    /// <summary>Whether the bridge's own step takes them: 32-bit floats on the CPU, which it reads and writes once.</summary>
    public bool InOnePass { get; init; }

    /// <summary>The gradients to descend: turned round to maximize, with the L2 penalty's own gradient added.</summary>
    public torch.Tensor[] Descent(bool? maximize, double? weightDecay)
    {
        var gradients = maximize == true ? ForEach.neg(Gradients) : Gradients;
        return weightDecay is null or 0 ? gradients : ForEach.add(gradients, Parameters, weightDecay.Value);
    }

    public torch.Tensor[] Of(Func<TState, torch.Tensor> field) => Array.ConvertAll(States, state => field(state));
}
