namespace TorchSharp;

public static partial class torch
{
    /// <summary>How upsampling makes values between elements.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,

        /// <summary>Linear along one axis.</summary>
        Linear = 1,

        /// <summary>Linear along two axes.</summary>
        Bilinear = 2,

        /// <summary>Cubic along two axes.</summary>
        Bicubic = 3,

        /// <summary>Linear along three axes.</summary>
        Trilinear = 4,
    }
}
