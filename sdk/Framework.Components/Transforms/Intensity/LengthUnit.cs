namespace Framework.Components.Transforms.Intensity;

/// <summary>What a width is measured in.</summary>
public enum LengthUnit
{
    /// <summary>Voxels of the image.</summary>
    Voxels,

    /// <summary>Millimetres in the patient, by the image's spacing.</summary>
    Millimetres,
}
