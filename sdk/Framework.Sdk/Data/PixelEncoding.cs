namespace Framework.Sdk;

/// <summary>How a file's stored values become the modality's units: units = slope * stored + intercept.</summary>
public sealed record PixelEncoding
{
    /// <summary>Values are in units already.</summary>
    public static PixelEncoding Identity { get; } = new();

    /// <summary>Rescale slope, DICOM (0028,1053).</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Rescale intercept, DICOM (0028,1052).</summary>
    public double Intercept { get; init; }

    /// <summary>Bits stored, DICOM (0028,0101); 0 where unknown.</summary>
    public int BitsStored { get; init; }

    /// <summary>Whether stored values are two's complement, DICOM (0028,0103).</summary>
    public bool Signed { get; init; }

    /// <summary>Modality, DICOM (0008,0060); empty where unknown.</summary>
    public string Modality { get; init; } = "";
}
