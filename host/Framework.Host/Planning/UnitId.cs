using System.Text.Json.Serialization;

namespace Framework.Host.Planning;

/// <summary>Which unit of an experiment: stage x fold x repeat x control.</summary>
/// <param name="Stage">The stage's key in the file.</param>
/// <param name="Fold">From 0.</param>
/// <param name="Repeat">From 0.</param>
/// <param name="Control">The control's name; null for the unit itself.</param>
internal sealed record UnitId(string Stage, int Fold, int Repeat, string? Control)
{
    /// <summary><c>stage.fold.repeat[.control]</c>, the name of the unit's folder.</summary>
    [JsonIgnore]
    public string Name => Control is null ? $"{Stage}.{Fold}.{Repeat}" : $"{Stage}.{Fold}.{Repeat}.{Control}";
}
