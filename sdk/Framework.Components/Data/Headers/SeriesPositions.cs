namespace Framework.Components.Data.Headers;

/// <summary>Where slices lie along the normal of their series. The first slice of a series that is asked for gives the normal for all.</summary>
public sealed class SeriesPositions
{
    private readonly Dictionary<(string, string), PatientVector> _normals = [];

    /// <summary>Millimetres along the normal, <see cref="Case.Position"/>; NaN where the header says no position or orientation, or no series.</summary>
    /// <param name="header">A slice's header.</param>
    public double Of(DicomHeader header)
    {
        var acquisition = header.Acquisition;
        if (!header.Position.IsKnown || !acquisition.AlongRow.IsKnown || !acquisition.AlongColumn.IsKnown || header.Series.Length == 0)
            return double.NaN;
        if (!_normals.TryGetValue((header.Study, header.Series), out var normal))
            _normals[(header.Study, header.Series)] = normal = acquisition.AlongRow.Cross(acquisition.AlongColumn);
        return header.Position.Dot(normal);
    }
}
