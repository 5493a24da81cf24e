using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms;

/// <summary>Options of <c>windows</c>.</summary>
/// <example>{ use: windows, windows: [brain, subdural, { center: 40, width: 380 }] }</example>
public sealed record WindowsOptions
{
    /// <summary>Windows, one output channel each, in order: a preset's name, or a centre and width in Hounsfield units.</summary>
    [MinLength(1)]
    public required IReadOnlyList<Window> Windows { get; init; }
}
