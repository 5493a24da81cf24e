using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Optimizers;

/// <summary>AdamW: Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</summary>
/// <param name="options">Learning rate, decays.</param>
public sealed class AdamWFactory(AdamOptions options) : IOptimizerFactory
{
    /// <inheritdoc />
    public torch.optim.Optimizer Create(IReadOnlyList<ParameterGroup> groups) => torch.optim.AdamW(groups.Select(Group));

    private AdamW.ParamGroup Group(ParameterGroup group) => new(
        group.Parameters.Select(item => item.Parameter), options.LearningRate * group.RateFactor, options.Beta1, options.Beta2, options.Epsilon, options.WeightDecay);
}
