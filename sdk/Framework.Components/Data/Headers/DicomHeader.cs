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

    /// <summary>Instance Number (0020,0013); -1 where absent.</summary>
    public int Number { get; init; } = -1;

    /// <summary>Number of Frames (0028,0008); 1 where absent.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Rescale Intercept (0028,1052); 0 where absent.</summary>
    public double Intercept { get; init; }

    /// <summary>Image Position (Patient) (0020,0032): the centre of the first pixel.</summary>
    public PatientVector Position { get; init; } = PatientVector.None;

    /// <summary>What it shares with the other files of its series.</summary>
    public DicomAcquisition Acquisition { get; init; } = DicomAcquisition.Unknown;

    /// <summary>Patient ID (0010,0020).</summary>
    public string Patient => Acquisition.Patient;

    /// <summary>Study Instance UID (0020,000D).</summary>
    public string Study => Acquisition.Study;

    /// <summary>Series Instance UID (0020,000E).</summary>
    public string Series => Acquisition.Series;

    /// <summary>Modality (0008,0060).</summary>
    public string Modality => Acquisition.Modality;

    /// <summary>Manufacturer's Model Name (0008,1090); empty where it was removed.</summary>
    public string Model => Acquisition.Model;

    /// <summary>Rows (0028,0010).</summary>
    public int Rows => Acquisition.Rows;

    /// <summary>Columns (0028,0011).</summary>
    public int Columns => Acquisition.Columns;

    /// <summary>Bits Stored (0028,0101).</summary>
    public int BitsStored => Acquisition.BitsStored;

    /// <summary>Slice Thickness (0018,0050), millimetres; NaN where absent.</summary>
    public double Thickness => Acquisition.Thickness;

    /// <summary>First value of Pixel Spacing (0028,0030), millimetres; NaN where absent.</summary>
    public double Spacing => Acquisition.RowSpacing;
}
