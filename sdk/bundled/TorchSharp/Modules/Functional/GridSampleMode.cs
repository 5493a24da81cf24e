namespace TorchSharp;

public static partial class torch
{
    /// <summary>How grid sampling makes values between elements.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,

        /// <summary>Linear along each axis.</summary>
        Bilinear = 2,
    }

    /// <summary>What stands outside the input of grid sampling.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,

        /// <summary>The content mirrored.</summary>
        Reflection = 1,

        /// <summary>The edge repeated.</summary>
        Border = 2,
    }
}
