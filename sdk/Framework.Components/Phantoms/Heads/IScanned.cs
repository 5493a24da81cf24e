namespace Framework.Components.Phantoms.Heads;

/// <summary>What lies in an MRI scanner.</summary>
public interface IScanned
{
    /// <summary>Brightness of a place, as a share of full brightness.</summary>
    /// <param name="place">In the scanner, millimetres.</param>
    /// <param name="voxel">Size of the voxel there, millimetres.</param>
    /// <param name="hasContrast">Whether a contrast agent was given.</param>
    double Value(Point place, double voxel, bool hasContrast);
}
