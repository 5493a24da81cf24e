namespace Framework.Sdk;

/// <summary>What lies outside an image.</summary>
public enum PaddingMode
{
    /// <summary>One value everywhere.</summary>
    Constant,

    /// <summary>The value of the nearest voxel at the edge.</summary>
    Border,

    /// <summary>The image mirrored about the centres of its outermost voxels, which are not repeated: c b | a b c | b a.</summary>
    Reflection,
}
