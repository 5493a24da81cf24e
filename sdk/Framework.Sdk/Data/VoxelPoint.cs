namespace Framework.Sdk;

/// <summary>A place on a grid, in voxels: whole numbers are voxel centres, 0 the first.</summary>
/// <param name="X">Along columns.</param>
/// <param name="Y">Along rows.</param>
/// <param name="Z">Along slices.</param>
public readonly record struct VoxelPoint(double X, double Y, double Z);
