namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>coordinates</c>.</summary>
public sealed record CoordinatesOptions
{
    /// <summary>Values above this belong to the body, in the image's units. Default: 0.</summary>
    public double Threshold { get; init; }
}
