using TorchSharp;

namespace Framework.Components.Transforms.Intensity;

internal static partial class NormalNumbers
{
    /// <summary>The first normal numbers of several streams, by the same formula as <see cref="Fill"/>, on the keys' device.</summary>
    /// <param name="keys">(stream), int64.</param>
    /// <param name="length">Numbers of each.</param>
    /// <returns>(stream, number), float32.</returns>
    public static torch.Tensor Of(torch.Tensor keys, long length)
    {
        using var scope = torch.NewDisposeScope();
        var blocks = (length + Block - 1) / Block;
        var numbers = torch.arange(1, (blocks * Block / 2) + 1, dtype: torch.ScalarType.Int64, device: keys.device) * unchecked((long)Golden);
        var bits = Mix(keys.unsqueeze(1) + numbers).reshape(keys.shape[0], blocks, Block / 2);
        var uniform = (Shifted(bits, 33).to(torch.ScalarType.Float32) + 0.5f) * (1f / (1L << 31));
        var angle = bits.to(torch.ScalarType.Int32).to(torch.ScalarType.Float32) * (float)(2 * Math.PI / (1L << 32));
        var radius = (uniform.log() * -2f).clamp_min(0).sqrt();
        return torch.cat([radius * angle.cos(), radius * angle.sin()], 2).flatten(1).narrow(1, 0, length).MoveToOuterDisposeScope();
    }

    // int64 products wrap as unsigned ones do.
    private static torch.Tensor Mix(torch.Tensor z)
    {
        z = z.bitwise_xor(Shifted(z, 30)) * unchecked((long)0xBF58476D1CE4E5B9);
        z = z.bitwise_xor(Shifted(z, 27)) * unchecked((long)0x94D049BB133111EB);
        return z.bitwise_xor(Shifted(z, 31));
    }

    // To the right with zeros from the left, which int64 does not do by itself.
    private static torch.Tensor Shifted(torch.Tensor z, int places) =>
        z.bitwise_right_shift(torch.tensor((long)places, device: z.device)).bitwise_and(torch.tensor((1L << (64 - places)) - 1, device: z.device));
}
