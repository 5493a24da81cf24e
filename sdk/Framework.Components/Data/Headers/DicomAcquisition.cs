namespace Framework.Components.Data.Headers;

/// <summary>What the slices of a series have in common. One object serves all files whose facts are equal, so that an index of many files stays small.</summary>
public sealed record DicomAcquisition
{
    /// <summary>That of a file that could not be read.</summary>
    public static DicomAcquisition Unknown { get; } = new();

    /// <summary>SOP Class UID (0008,0016).</summary>
    public string Class { get; init; } = "";

    /// <summary>Patient ID (0010,0020).</summary>
    public string Patient { get; init; } = "";

    /// <summary>Study Instance UID (0020,000D).</summary>
    public string Study { get; init; } = "";

    /// <summary>Series Instance UID (0020,000E).</summary>
    public string Series { get; init; } = "";

    /// <summary>Frame of Reference UID (0020,0052).</summary>
    public string FrameOfReference { get; init; } = "";

    /// <summary>Series Number (0020,0011); -1 where absent.</summary>
    public int Number { get; init; } = -1;

    /// <summary>Acquisition Number (0020,0012); -1 where absent.</summary>
    public int Acquisition { get; init; } = -1;

    /// <summary>Modality (0008,0060).</summary>
    public string Modality { get; init; } = "";

    /// <summary>Manufacturer's Model Name (0008,1090); empty where it was removed.</summary>
    public string Model { get; init; } = "";

    /// <summary>Manufacturer (0008,0070).</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>Convolution Kernel (0018,1210).</summary>
    public string Kernel { get; init; } = "";

    /// <summary>Acquisition Date (0008,0022), else Study Date (0008,0020): yyyymmdd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Accession Number (0008,0050).</summary>
    public string Accession { get; init; } = "";

    /// <summary>Pixel Padding Value (0028,0120).</summary>
    public string Padding { get; init; } = "";

    /// <summary>Image Type (0008,0008), values with backslashes between them.</summary>
    public string ImageType { get; init; } = "";

    /// <summary>Series Description (0008,103E): free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Protocol Name (0018,1030): free text.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Scanning Sequence (0018,0020), values with backslashes between them: SE, IR, GR, EP, RM.</summary>
    public string ScanningSequence { get; init; } = "";

    /// <summary>Sequence Name (0018,0024).</summary>
    public string SequenceName { get; init; } = "";

    /// <summary>Contrast/Bolus Agent (0018,0010).</summary>
    public string Contrast { get; init; } = "";

    /// <summary>Rows (0028,0010).</summary>
    public int Rows { get; init; }

    /// <summary>Columns (0028,0011).</summary>
    public int Columns { get; init; }

    /// <summary>Bits Stored (0028,0101).</summary>
    public int BitsStored { get; init; }

    /// <summary>Slice Thickness (0018,0050), millimetres; NaN where absent.</summary>
    public double Thickness { get; init; } = double.NaN;

    /// <summary>Spacing Between Slices (0018,0088), millimetres; NaN where absent.</summary>
    public double SliceSpacing { get; init; } = double.NaN;

    /// <summary>First value of Pixel Spacing (0028,0030): between rows, millimetres; NaN where absent.</summary>
    public double RowSpacing { get; init; } = double.NaN;

    /// <summary>Second value of Pixel Spacing (0028,0030): between columns, millimetres; NaN where absent.</summary>
    public double ColumnSpacing { get; init; } = double.NaN;

    /// <summary>Where a row runs: the first half of Image Orientation (Patient) (0020,0037).</summary>
    public PatientVector AlongRow { get; init; } = PatientVector.None;

    /// <summary>Where a column runs: the second half of Image Orientation (Patient) (0020,0037).</summary>
    public PatientVector AlongColumn { get; init; } = PatientVector.None;

    /// <summary>Echo Time (0018,0081), milliseconds; NaN where absent.</summary>
    public double EchoTime { get; init; } = double.NaN;

    /// <summary>Repetition Time (0018,0080), milliseconds; NaN where absent.</summary>
    public double RepetitionTime { get; init; } = double.NaN;

    /// <summary>Temporal Position Identifier (0020,0100); -1 where absent.</summary>
    public int TemporalPosition { get; init; } = -1;

    /// <summary>Diffusion b-value (0018,9087), s/mm²; NaN where absent.</summary>
    public double DiffusionB { get; init; } = double.NaN;
}
