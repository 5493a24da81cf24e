using TorchSharp;

namespace Framework.Sdk;

/// <summary>A network as a trainer sees it: parameters, and a pass from a batch to named outputs.</summary>
public interface IModel : IDisposable
{
    /// <summary>The module that holds parameters and buffers, under the names that weights files use.</summary>
    torch.nn.Module Module { get; }

    /// <summary>One forward pass.</summary>
    /// <param name="batch">On the module's device.</param>
    ModelOutput Forward(Batch batch);
}
