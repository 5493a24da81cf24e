namespace Framework.Components.Transforms.Spatial;

/// <summary>How a crop around a disc lies.</summary>
public enum LevelPlane
{
    /// <summary>Columns run from front to back, rows down the spine, slices from the patient's left to right.</summary>
    Sagittal,

    /// <summary>In the plane of the disc: columns run from the patient's right to left, rows from front to back, slices up the spine.</summary>
    Axial,
}
