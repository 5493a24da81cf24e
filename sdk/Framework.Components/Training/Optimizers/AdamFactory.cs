using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Optimizers;

/// <summary>Adam (Kingma and Ba 2015).</summary>
/// <param name="options">Learning rate, decays.</param>
public sealed class AdamFactory(AdamOptions options) : IOptimizerFactory
{
    /// <inheritdoc />
    public torch.optim.Optimizer Create(IReadOnlyList<ParameterGroup> groups) => torch.optim.Adam(groups.Select(Group));

    private Adam.ParamGroup Group(ParameterGroup group) => new(
        group.Parameters.Select(item => item.Parameter), options.LearningRate * group.RateFactor, options.Beta1, options.Beta2, options.Epsilon, options.WeightDecay);
}
