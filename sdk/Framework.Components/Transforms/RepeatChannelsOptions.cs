using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms;

/// <summary>Options of <c>repeat-channels</c>.</summary>
/// <example>{ use: repeat-channels, times: 3 }</example>
public sealed record RepeatChannelsOptions
{
    /// <summary>How many times the channels stand one after the other. Default: 3, what networks for colour pictures take.</summary>
    [Range(2, 64)]
    public int Times { get; init; } = 3;
}
