using Framework.Components.Data.Headers;

namespace Framework.Components.Data.Series;

/// <summary>One slice of a series: a file, or one frame of a multi-frame file.</summary>
public sealed record SeriesSlice
{
    /// <summary>The file, relative to the indexed folder.</summary>
    public required string Path { get; init; }

    /// <summary>Which frame of the file, from 0.</summary>
    public int Frame { get; init; }

    /// <summary>Frames in the file.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>SOP Instance UID.</summary>
    public required string Instance { get; init; }

    /// <summary>Instance Number, or in a multi-frame file the frame counted from 1; nothing is ordered by it.</summary>
    public required int Number { get; init; }

    /// <summary>The centre of the first pixel.</summary>
    public required PatientVector Position { get; init; }

    /// <summary>Size, spacing, orientation and sequence; of a frame its own.</summary>
    public required DicomAcquisition Acquisition { get; init; }

    /// <summary>The unit vector at right angles to rows and columns.</summary>
    internal PatientVector Normal => Acquisition.AlongRow.Cross(Acquisition.AlongColumn);

    /// <summary>How messages name it.</summary>
    internal string Name => Frames == 1 ? Path : FormattableString.Invariant($"{Path} (frame {Frame + 1})");
}
