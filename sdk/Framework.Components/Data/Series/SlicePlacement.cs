namespace Framework.Components.Data.Series;

/// <summary>Whether a slice says where it lies.</summary>
internal static class SlicePlacement
{
    /// <summary>How far a direction may be from a unit vector, and two from a right angle: headers have six digits or more.</summary>
    private const double Slack = 1e-3;

    public static string? Problem(SeriesSlice slice)
    {
        var acquisition = slice.Acquisition;
        if (!slice.Position.IsKnown)
            return "has no position in the patient (0020,0032)";
        if (!acquisition.AlongRow.IsKnown || !acquisition.AlongColumn.IsKnown)
            return "has no orientation in the patient (0020,0037)";
        if (!(acquisition.RowSpacing > 0 && acquisition.ColumnSpacing > 0) || !double.IsFinite(acquisition.RowSpacing + acquisition.ColumnSpacing))
            return "has no pixel spacing (0028,0030) above 0";
        return IsUnit(acquisition.AlongRow.Length) && IsUnit(acquisition.AlongColumn.Length) && Math.Abs(acquisition.AlongRow.Dot(acquisition.AlongColumn)) <= Slack
            ? null
            : "has an orientation (0020,0037) that is not two unit vectors at right angles";
    }

    private static bool IsUnit(double length) => Math.Abs(length - 1) <= Slack;
}
