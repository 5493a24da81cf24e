namespace Framework.Host.Planning;

/// <summary>One schedulable piece of work.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Id">Which unit it is.</param>
/// <param name="Key">Hexadecimal SHA-256 over everything that determines its result: equal keys, equal results.</param>
/// <param name="Reads">The names of the units whose results it reads.</param>
internal sealed record PlannedUnit(string Name, UnitId Id, string Key, IReadOnlyList<string> Reads);
