using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

/// <summary>Batches whose cases have nothing but a name.</summary>
internal static class Batches
{
    public static Batch Of(Tensor image, Tensor? labels = null, long[]? instances = null) =>
        new(
            [.. Enumerable.Range(0, (int)image.shape[0]).Select(i => new Case { Id = $"case{i}", Subject = $"subject{i}", Labels = [] })],
            image,
            labels ?? zeros(image.shape[0], 1))
        {
            Instances = instances is null ? null : tensor(instances),
        };
}
