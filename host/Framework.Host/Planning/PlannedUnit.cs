using System.Text.Json.Serialization;

namespace Framework.Host.Planning;

/// <summary>One schedulable piece of work.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Id">Which unit it is.</param>
/// <param name="Key">Hexadecimal SHA-256 over everything that determines its result: equal keys, equal results.</param>
/// <param name="Reads">The names of the units whose results it reads.</param>
internal sealed record PlannedUnit(string Name, UnitId Id, string Key, IReadOnlyList<string> Reads)
{
    /// <summary>The name of an earlier unit of the plan with the same key, whose result is this one's too; null where it is the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SameAs { get; init; }
}
