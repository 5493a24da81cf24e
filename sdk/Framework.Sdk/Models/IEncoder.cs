using TorchSharp;

namespace Framework.Sdk;

/// <summary>A network without its last layer: images to feature vectors, for models that look at many images of a case.</summary>
public interface IEncoder : IDisposable
{
    /// <summary>The module that holds parameters and buffers, under the names that weights files use; no last layer among them.</summary>
    torch.nn.Module Module { get; }

    /// <summary>Length of a feature vector.</summary>
    int Features { get; }

    /// <summary>Features of each image.</summary>
    /// <param name="image">(image, channel, y, x) or (image, channel, z, y, x).</param>
    /// <returns>(image, feature).</returns>
    torch.Tensor Encode(torch.Tensor image);
}
