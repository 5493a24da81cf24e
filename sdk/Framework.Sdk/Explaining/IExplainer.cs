using TorchSharp;

namespace Framework.Sdk;

/// <summary>Says which parts of an image a model's answer comes from.</summary>
public interface IExplainer
{
    /// <summary>Maps one case.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="image">
    /// (channel, y, x) or (channel, z, y, x), of a bag of volumes (channel, instance, z, y, x), float32, on the CPU: the case as the transforms leave it.
    /// </param>
    /// <param name="request">What is to be explained.</param>
    /// <returns>
    /// float32 of shape (y, x) or (z, y, x), of a bag of volumes (instance x z, y, x), on the CPU, the size of the image: above 0 where the image speaks for the label, below 0 where it speaks
    /// against it. It lives in the caller's dispose scope.
    /// </returns>
    /// <exception cref="ExperimentException">The options do not fit the image or the network.</exception>
    torch.Tensor Explain(IExplainable model, torch.Tensor image, ExplainRequest request);

    /// <summary>Finds out before any training whether <see cref="Explain"/> can work; worth an implementation of its own where a map takes many forward passes.</summary>
    /// <inheritdoc cref="Explain" path="/param" />
    /// <exception cref="ExperimentException">The options do not fit the image or the network.</exception>
    void Check(IExplainable model, torch.Tensor image, ExplainRequest request) => Explain(model, image, request).Dispose();
}
