namespace Framework.Components.Data.Headers;

/// <summary>What an index keeps of one DICOM file: identities, acquisition and image format, no pixels.</summary>
public sealed record DicomHeader
{
    /// <summary>The file, relative to the indexed folder.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of the file when it was read.</summary>
    public required long Size { get; init; }

    /// <summary>Time of the file's last change when it was read, UTC ticks.</summary>
    public required long Modified { get; init; }

    /// <summary>Why the file cannot be used; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>SOP Instance UID (0008,0018).</summary>
    public string Instance { get; init; } = "";

    /// <summary>Patient ID (0010,0020).</summary>
    public string Patient { get; init; } = "";

    /// <summary>Study Instance UID (0020,000D).</summary>
    public string Study { get; init; } = "";

    /// <summary>Series Instance UID (0020,000E).</summary>
    public string Series { get; init; } = "";

    /// <summary>Modality (0008,0060).</summary>
    public string Modality { get; init; } = "";

    /// <summary>Manufacturer's Model Name (0008,1090); empty where it was removed.</summary>
    public string Model { get; init; } = "";

    /// <summary>Rows (0028,0010).</summary>
    public int Rows { get; init; }

    /// <summary>Columns (0028,0011).</summary>
    public int Columns { get; init; }

    /// <summary>Bits Stored (0028,0101).</summary>
    public int BitsStored { get; init; }

    /// <summary>Rescale Intercept (0028,1052); 0 where absent.</summary>
    public double Intercept { get; init; }

    /// <summary>Slice Thickness (0018,0050), millimetres; NaN where absent.</summary>
    public double Thickness { get; init; } = double.NaN;

    /// <summary>Third value of Image Position (Patient) (0020,0032), millimetres; NaN where absent.</summary>
    public double Z { get; init; } = double.NaN;

    /// <summary>First value of Pixel Spacing (0028,0030), millimetres; NaN where absent.</summary>
    public double Spacing { get; init; } = double.NaN;
}
