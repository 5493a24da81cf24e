using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Splits;

/// <summary>Options of <c>k-fold</c>.</summary>
/// <example>{ use: k-fold, folds: 5, validate: 0.1 }</example>
public sealed record KFoldOptions : IValidatableObject
{
    /// <summary>Number of folds: each subject is held out in exactly one of them.</summary>
    [Range(2, 1000)]
    public required int Folds { get; init; }

    /// <summary>Share of each fold's training subjects that epochs and thresholds are chosen on, alike in labels and sites. Default: 0, no such part.</summary>
    [Range(0.0, 0.9)]
    public double Validate { get; init; }

    /// <summary>What the subjects of a fold are for that it does not train on: test or validate. Default: test.</summary>
    public HeldOut HeldOut { get; init; }

    /// <inheritdoc />
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) => FoldParts.Check(HeldOut, Validate);
}
