namespace Framework.Sdk;

/// <summary>How values between voxels are made when a grid changes.</summary>
public enum Sampling
{
    /// <summary>Linear between the two nearest voxels along each axis: bilinear in 2-D, trilinear in 3-D.</summary>
    Linear,

    /// <summary>Linear; where a grid gets coarser along its axes, every old voxel counts, by a triangle filter as wide as the new voxels (PIL's, torch's <c>antialias=True</c>).</summary>
    LinearAntialiased,

    /// <summary>The nearest voxel; the upper one half way. Masks are always sampled so.</summary>
    Nearest,

    /// <summary>Cubic convolution over four voxels along each axis (Keys 1981, a = -1/2); it may go beyond the range of the values.</summary>
    Cubic,
}
