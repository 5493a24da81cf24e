namespace Framework.Components.Transforms.Spatial;

/// <summary>What a transform shows where an image has ended.</summary>
public enum Edge
{
    /// <summary>Zero.</summary>
    Zeros,

    /// <summary>The value of the nearest voxel at the edge.</summary>
    Border,

    /// <summary>The image mirrored about the centres of its outermost voxels (OpenCV's reflect-101, MONAI 1.1's reflection).</summary>
    Reflection,
}
