using TorchSharp;

namespace Framework.Sdk;

/// <summary>What a rank has of a batch that several train on together.</summary>
/// <param name="Share">This rank's cases by all cases of the batch, 0 to 1. At 0 the batch holds a case that does not count, so that all ranks take the same steps.</param>
/// <param name="Sum">The sum of a tensor over all ranks, as a new one through which gradients flow.</param>
public sealed record BatchPart(double Share, Func<torch.Tensor, torch.Tensor> Sum);
