using TorchSharp;

namespace Framework.Sdk;

/// <summary>A predictor whose network can be asked about images that no case has: what an <see cref="IExplainer"/> needs.</summary>
public interface IExplainable : IPredictor
{
    /// <summary>The network, whose layers have the names that weights files use; in evaluation mode while scores are asked for.</summary>
    torch.nn.Module Network { get; }

    /// <summary>Where the network is.</summary>
    torch.Device Device { get; }

    /// <summary>One forward pass. Gradients are followed where the caller has them on.</summary>
    /// <param name="image">(case, channel, y, x) or (case, channel, z, y, x), float32, as the transforms leave it, on <see cref="Device"/>.</param>
    /// <param name="label">Position among the labels.</param>
    /// <param name="score">What is asked for.</param>
    /// <returns>(case), float32, on the same device.</returns>
    /// <exception cref="ExperimentException">The network has no such output for whole cases; the message says what to ask for instead.</exception>
    torch.Tensor Score(torch.Tensor image, int label, ExplainedScore score);
}
