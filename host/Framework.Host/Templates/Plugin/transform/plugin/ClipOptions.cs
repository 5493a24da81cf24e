using System.ComponentModel.DataAnnotations;

namespace Study.Assembly;

/// <summary>Options of <c>study-name.clip</c>.</summary>
public sealed record ClipOptions
{
    /// <summary>Values below it become it, in the image's unit. Default: 0.</summary>
    [Range(-1e6, 1e6)]
    public double Low { get; init; }

    /// <summary>Values above it become it, in the image's unit. Default: 255.</summary>
    [Range(-1e6, 1e6)]
    public double High { get; init; } = 255;
}
