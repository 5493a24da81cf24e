using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Sdk;

/// <summary>Makes an optimizer.</summary>
public interface IOptimizerFactory
{
    /// <summary>Makes the optimizer over the parameters that train.</summary>
    /// <param name="parameters">Parameters with their names.</param>
    torch.optim.Optimizer Create(IEnumerable<(string Name, Parameter Parameter)> parameters);
}
