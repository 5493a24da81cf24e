namespace Framework.Host.Runs;

/// <summary>What a finished unit predicts with ever after.</summary>
internal sealed record FrozenUnit
{
    /// <summary>Hexadecimal SHA-256 over the training subjects.</summary>
    public required string Training { get; init; }

    /// <summary>Hexadecimal SHA-256 over the validation subjects.</summary>
    public required string Validation { get; init; }

    /// <summary>The unit's files that hold weights and fitted figures, with the hexadecimal SHA-256 of each.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
