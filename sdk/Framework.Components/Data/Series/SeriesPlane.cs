namespace Framework.Components.Data.Series;

/// <summary>How slices lie in the patient.</summary>
public enum SeriesPlane
{
    /// <summary>At right angles to the long axis of the body, or up to 30 degrees from that.</summary>
    Axial,

    /// <summary>Parallel to face and chest, or up to 30 degrees from that.</summary>
    Coronal,

    /// <summary>Parallel to the profile, or up to 30 degrees from that.</summary>
    Sagittal,

    /// <summary>More than 30 degrees from each of these.</summary>
    Oblique,
}
