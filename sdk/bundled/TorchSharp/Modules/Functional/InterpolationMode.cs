namespace TorchSharp;

public static partial class torch
{
    /// <summary>How an interpolation makes values between elements.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest element, found as PyTorch always did: by rounding its position down.</summary>
        Nearest = 0,

        /// <summary>Linear along one axis.</summary>
        Linear = 1,

        /// <summary>Linear along two axes.</summary>
        Bilinear = 2,

        /// <summary>Cubic along two axes.</summary>
        Bicubic = 3,

        /// <summary>Linear along three axes.</summary>
        Trilinear = 4,

        /// <summary>The mean of the elements that an output element covers.</summary>
        Area = 5,

        /// <summary>The nearest element by the distance of centres.</summary>
        NearestExact = 6,
    }
}
