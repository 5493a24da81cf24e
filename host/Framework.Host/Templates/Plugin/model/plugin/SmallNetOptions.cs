using System.ComponentModel.DataAnnotations;

namespace Study.Assembly;

/// <summary>Options of <c>study-name.small-net</c>.</summary>
public sealed record SmallNetOptions
{
    /// <summary>Channels of the first layer; the second has twice as many. 1 to 512. Default: 8.</summary>
    [Range(1, 512)]
    public int Width { get; init; } = 8;
}
