using static TorchSharp.torch;

namespace Framework.Components.Explaining;

/// <summary>An image of what patches are covered with.</summary>
internal static class OcclusionCover
{
    /// <summary>The cover, of the image's shape.</summary>
    /// <param name="image">(channel, y, x) or (channel, z, y, x), float32, on the CPU.</param>
    /// <param name="fill">What it shows.</param>
    /// <param name="random">Noise follows from its key; it is not advanced.</param>
    public static Tensor Of(Tensor image, OcclusionFill fill, RandomStream random) => fill switch
    {
        OcclusionFill.Zeros => zeros_like(image),
        OcclusionFill.Mean => Mean(image).expand(image.shape),
        _ => Noise(image, random.Derive("occlusion")),
    };

    private static Tensor Mean(Tensor image)
    {
        var perChannel = image.to(ScalarType.Float64).reshape(image.shape[0], -1).mean([1]);
        return perChannel.reshape([image.shape[0], .. Enumerable.Repeat(1L, (int)image.dim() - 1)]).to(ScalarType.Float32);
    }

    private static Tensor Noise(Tensor image, RandomStream random)
    {
        var rows = image.to(ScalarType.Float64).reshape(image.shape[0], -1);
        var normal = new double[rows.numel()];
        for (var i = 0; i < normal.Length; i++)
            normal[i] = random.Normal();
        var spread = (rows - rows.mean([1], keepdim: true)).square().mean([1], keepdim: true).sqrt();
        return (rows.mean([1], keepdim: true) + (spread * tensor(normal).reshape(rows.shape))).to(ScalarType.Float32).reshape(image.shape);
    }
}
