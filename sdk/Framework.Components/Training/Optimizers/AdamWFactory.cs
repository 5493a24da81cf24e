using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Optimizers;

/// <summary>AdamW: Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</summary>
/// <param name="options">Learning rate, decays.</param>
public sealed class AdamWFactory(AdamOptions options) : IOptimizerFactory
{
    /// <inheritdoc />
    public torch.optim.Optimizer Create(IEnumerable<(string Name, Parameter Parameter)> parameters) => torch.optim.AdamW(
        parameters.Select(item => item.Parameter), options.LearningRate, options.Beta1, options.Beta2, options.Epsilon, options.WeightDecay);
}
