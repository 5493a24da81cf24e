using System.Text.Json.Serialization;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>What a finished unit predicts with ever after.</summary>
internal sealed record FrozenUnit
{
    /// <summary>Hexadecimal SHA-256 over the training subjects.</summary>
    public required string Training { get; init; }

    /// <summary>Hexadecimal SHA-256 over the validation subjects.</summary>
    public required string Validation { get; init; }

    /// <summary>The labels of the cases that it was fitted on; null in runs of older versions, whose units all have the run's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Which of these labels are the classes of one question; null as for the labels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LabelGroup>? Groups { get; init; }

    /// <summary>The unit's files that hold weights and fitted figures, with the hexadecimal SHA-256 of each.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
