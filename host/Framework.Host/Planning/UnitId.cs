using System.Text.Json.Serialization;

namespace Framework.Host.Planning;

/// <summary>Which unit of an experiment: stage x fold x repeat x control, once for each variant.</summary>
/// <param name="Stage">The stage's key in the file.</param>
/// <param name="Fold">From 0.</param>
/// <param name="Repeat">From 0.</param>
/// <param name="Control">The control's name; null for the unit itself.</param>
internal sealed record UnitId(string Stage, int Fold, int Repeat, string? Control)
{
    /// <summary>Which part of the training subjects a cross-fitted unit leaves out and predicts, from 0; null for the unit that is fitted on all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? HeldOut { get; init; }

    /// <summary>The name of the variant; null without a matrix.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Variant { get; init; }

    /// <summary><c>stage.fold.repeat[.held-out-N][.control][@variant]</c>, the name of the unit's folder.</summary>
    [JsonIgnore]
    public string Name => Variant is null ? Work : $"{Work}@{Variant}";

    /// <summary>The name without the variant: two variants that differ in nothing that a unit depends on have the same unit.</summary>
    [JsonIgnore]
    public string Work => $"{Stage}.{Fold}.{Repeat}{(HeldOut is { } part ? $".held-out-{part}" : "")}{(Control is null ? "" : $".{Control}")}";

    /// <summary>The unit of another stage that belongs to the same fold, repeat, control and variant.</summary>
    public UnitId Of(string stage) => this with { Stage = stage, HeldOut = null };
}
