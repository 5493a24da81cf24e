using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Stages;

/// <summary>Options of <c>stage-mask</c>.</summary>
/// <example>{ use: stage-mask, from: segment, name: mask-bodies }</example>
public sealed record StageMaskOptions : IValidatableObject
{
    /// <summary>An earlier stage that this one reads, and that segments.</summary>
    [MinLength(1)]
    public required string From { get; init; }

    /// <summary>What the label map is called in the sample; it begins with <c>mask</c>, and must not be there yet. Default: <c>mask-</c> and the stage's name.</summary>
    public string Name { get; init; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name.Length > 0 && !Sample.IsMask(Name))
            yield return new ValidationResult($"'name' is '{Name}', whose values would be mixed when a grid changes. Give it a name that begins with 'mask'.", [nameof(Name)]);
    }
}
