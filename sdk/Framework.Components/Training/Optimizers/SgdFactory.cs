using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Optimizers;

/// <summary>Stochastic gradient descent, with momentum if asked for.</summary>
public sealed class SgdFactory : IOptimizerFactory
{
    private readonly SgdOptions _options;

    /// <summary>Checks the options.</summary>
    /// <param name="options">Learning rate, momentum.</param>
    /// <exception cref="ExperimentException">Nesterov without momentum.</exception>
    public SgdFactory(SgdOptions options)
    {
        if (options is { Nesterov: true, Momentum: 0 })
            throw new ExperimentException("'sgd' with 'nesterov' needs a 'momentum' above 0; it is 0.");
        _options = options;
    }

    /// <inheritdoc />
    public torch.optim.Optimizer Create(IReadOnlyList<ParameterGroup> groups) => torch.optim.SGD(groups.Select(Group), _options.LearningRate);

    private SGD.ParamGroup Group(ParameterGroup group) => new(
        group.Parameters.Select(item => item.Parameter), _options.LearningRate * group.RateFactor, _options.Momentum, 0, _options.WeightDecay, _options.Nesterov);
}
