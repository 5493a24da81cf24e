namespace Framework.Components.Phantoms.Heads;

/// <summary>How the slices of a series lie.</summary>
public enum MrPlane
{
    /// <summary>Rows towards the back, columns towards the left, slices upwards.</summary>
    Axial,

    /// <summary>Rows downwards, columns towards the left, slices towards the back.</summary>
    Coronal,

    /// <summary>Rows downwards, columns towards the back, slices towards the right.</summary>
    Sagittal,
}
