namespace Framework.Components.Data.Series;

/// <summary>A stack of parallel slices of one size at even distances: what becomes one volume.</summary>
/// <remarks>A series that holds several (echoes, time points, b-values, orientations, sizes) gives several of these.</remarks>
public sealed record DicomSeries
{
    /// <summary>The folder that the files' paths are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>The slices, ordered by position along the normal of the rows and columns.</summary>
    public required IReadOnlyList<SeriesSlice> Slices { get; init; }

    /// <summary>Affine of (x, y, z) to RAS millimetres. Under gantry tilt its third axis leans, as the slices do: nothing is resampled.</summary>
    public required Geometry Geometry { get; init; }

    /// <summary>What a choice between series may look at.</summary>
    public required SeriesSummary Summary { get; init; }

    /// <summary>What is unusual about it, in words: gantry tilt, an invalid UID, the tag that tells it from other stacks of its series.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
