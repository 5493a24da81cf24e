using TorchSharp;

namespace Framework.Sdk;

/// <summary>Makes an optimizer.</summary>
public interface IOptimizerFactory
{
    /// <summary>Makes the optimizer over the parameters that train.</summary>
    /// <param name="groups">At least one; the optimizer gets as many groups, in this order, each with its own learning rate.</param>
    torch.optim.Optimizer Create(IReadOnlyList<ParameterGroup> groups);
}
