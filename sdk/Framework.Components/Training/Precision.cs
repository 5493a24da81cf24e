namespace Framework.Components.Training;

/// <summary>What numbers the network computes with. Weights, losses and the optimizer keep 32 bits in all of them.</summary>
public enum Precision
{
    /// <summary>32-bit floats throughout.</summary>
    Full,

    /// <summary>16-bit floats where safe: Float16 with gradient scaling on CUDA, BFloat16 on the CPU, which has no Float16 kernels.</summary>
    Mixed,

    /// <summary>BFloat16 where safe, on any device: the range of 32 bits, so it needs no scaling.</summary>
    Bf16,
}
