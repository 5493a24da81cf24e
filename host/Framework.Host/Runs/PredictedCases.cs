using System.Text.Json.Serialization;

namespace Framework.Host.Runs;

/// <summary>What became of new cases that a run predicted: an entry of <c>predict/predict.json</c>.</summary>
internal sealed record PredictedCases
{
    /// <summary>The prediction's name.</summary>
    public required string Name { get; init; }

    /// <summary>The stage that predicted.</summary>
    public required string Stage { get; init; }

    /// <summary>The variant; null without a matrix.</summary>
    public string? Variant { get; init; }

    /// <summary>How many cases there are.</summary>
    public required int Cases { get; init; }

    /// <summary>Different subjects among them.</summary>
    public required int Subjects { get; init; }

    /// <summary>How many networks were averaged.</summary>
    public required int Networks { get; init; }

    /// <summary>The files below the run's folder, the table first.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Figures, where the labels are known.</summary>
    public IReadOnlyList<MetricRow> Figures { get; init; } = [];

    /// <summary>Hexadecimal SHA-256 over everything that they were made of; null where the source cannot say which files its cases are read from, so that nothing is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>Hexadecimal SHA-256 over the files; null as for the key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Content { get; init; }
}
