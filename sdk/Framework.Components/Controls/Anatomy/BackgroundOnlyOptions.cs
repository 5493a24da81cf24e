namespace Framework.Components.Controls;

/// <summary>Options of <c>background-only</c>.</summary>
/// <example>{ use: background-only, threshold: -300 }</example>
public sealed record BackgroundOnlyOptions
{
    /// <summary>Values above this are anatomy, in the units that the source loads. Where not given: Otsu's threshold of each image.</summary>
    public double? Threshold { get; init; }

    /// <summary>The name of an image of the case that is above 0 where the anatomy is, such as <c>mask</c>, instead of a threshold.</summary>
    public string? Mask { get; init; }
}
