using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Optimizers;

/// <summary>Adam (Kingma and Ba 2015).</summary>
/// <param name="options">Learning rate, decays.</param>
public sealed class AdamFactory(AdamOptions options) : IOptimizerFactory
{
    /// <inheritdoc />
    public torch.optim.Optimizer Create(IEnumerable<(string Name, Parameter Parameter)> parameters) => torch.optim.Adam(
        parameters.Select(item => item.Parameter), options.LearningRate, options.Beta1, options.Beta2, options.Epsilon, options.WeightDecay);
}
