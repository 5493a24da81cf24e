using Framework.Components.Data.Headers;

namespace Framework.Components.Data.Series;

/// <summary>What a choice between the series of a subject may look at.</summary>
public sealed record SeriesSummary
{
    /// <summary>Cosine of the angle up to which slices count as lying in a plane of the body: 30 degrees.</summary>
    private const double NearPlane = 0.8660254037844386;

    /// <summary>Identity: the Series Instance UID, followed by <c>#2</c>, <c>#3</c>... for further stacks of one series.</summary>
    public required string Id { get; init; }

    /// <summary>Patient ID.</summary>
    public string Patient { get; init; } = "";

    /// <summary>Study Instance UID.</summary>
    public string Study { get; init; } = "";

    /// <summary>How its slices were acquired.</summary>
    public DicomAcquisition Acquisition { get; init; } = DicomAcquisition.Unknown;

    /// <summary>Series Number, which rises in the order of acquisition; -1 where absent.</summary>
    public int Number { get; init; } = -1;

    /// <summary>Modality: CT, MR, PT...</summary>
    public string Modality { get; init; } = "";

    /// <summary>Series Description: free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Protocol Name: free text.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Scanning Sequence: SE, IR, GR, EP, RM, with backslashes between them.</summary>
    public string ScanningSequence { get; init; } = "";

    /// <summary>Sequence Name, as the scanner's maker has it.</summary>
    public string SequenceName { get; init; } = "";

    /// <summary>Whether a contrast agent is named.</summary>
    public bool HasContrast { get; init; }

    /// <summary>How the slices lie.</summary>
    public SeriesPlane Plane { get; init; }

    /// <summary>Number of slices.</summary>
    public int Slices { get; init; }

    /// <summary>Slice Thickness, millimetres; NaN where absent.</summary>
    public double Thickness { get; init; } = double.NaN;

    /// <summary>Millimetres between neighbouring slices, from their positions; NaN for a single slice.</summary>
    public double Spacing { get; init; } = double.NaN;

    /// <summary>The summary of slices that share an acquisition.</summary>
    internal static SeriesSummary Of(string id, DicomAcquisition acquisition, int slices, double spacing) => new()
    {
        Id = id,
        Patient = acquisition.Patient,
        Study = acquisition.Study,
        Acquisition = acquisition,
        Number = acquisition.Number,
        Modality = acquisition.Modality,
        Description = acquisition.Description,
        Protocol = acquisition.Protocol,
        ScanningSequence = acquisition.ScanningSequence,
        SequenceName = acquisition.SequenceName,
        HasContrast = acquisition.Contrast.ToUpperInvariant() is not ("" or "NONE" or "NO" or "N"),
        Plane = PlaneOf(acquisition.AlongRow.Cross(acquisition.AlongColumn)),
        Slices = slices,
        Thickness = acquisition.Thickness,
        Spacing = spacing,
    };

    private static SeriesPlane PlaneOf(PatientVector normal)
    {
        var (x, y, z) = (Math.Abs(normal.X), Math.Abs(normal.Y), Math.Abs(normal.Z));
        if (Math.Max(x, Math.Max(y, z)) < NearPlane)
            return SeriesPlane.Oblique;
        return z > x && z > y ? SeriesPlane.Axial : y > x ? SeriesPlane.Coronal : SeriesPlane.Sagittal;
    }
}
