using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Stages;

/// <summary>Options of <c>stage-outputs</c>.</summary>
/// <example>{ use: stage-outputs, from: classify }</example>
public sealed record StageOutputsOptions
{
    /// <summary>An earlier stage that this one reads.</summary>
    [MinLength(1)]
    public required string From { get; init; }
}
