namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>orient</c>.</summary>
public sealed record OrientOptions
{
    /// <summary>Where x, y and z rise to: one letter each of R or L, A or P, S or I, such as RAS or LPS. Default: RAS.</summary>
    public AxisCode Axes { get; init; } = AxisCode.Ras;
}
