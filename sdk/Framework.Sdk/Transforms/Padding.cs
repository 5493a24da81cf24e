namespace Framework.Sdk;

/// <summary>What lies outside an image when its grid changes.</summary>
/// <param name="Mode">How it is made.</param>
/// <param name="Value">The value of <see cref="PaddingMode.Constant"/>, in the image's units.</param>
public readonly record struct Padding(PaddingMode Mode, float Value = 0)
{
    /// <summary>Zero everywhere.</summary>
    public static Padding Zeros => default;

    /// <summary>The value of the nearest voxel at the edge.</summary>
    public static Padding Border => new(PaddingMode.Border);

    /// <summary>The image mirrored about the centres of its outermost voxels.</summary>
    public static Padding Reflection => new(PaddingMode.Reflection);
}
