namespace Framework.Plugins.Sih.Slices;

/// <summary>A slice that was looked at.</summary>
/// <param name="Index">Its number in the volume.</param>
/// <param name="Position">Where it lies in the head's extent, 0 to 1.</param>
/// <param name="Score">Enhancement: the mean of the shell's brightest voxels over the median of the brain; NaN outside of the window that was searched.</param>
public sealed record KeySlice(int Index, double Position, double Score);
