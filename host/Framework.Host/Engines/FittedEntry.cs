namespace Framework.Host.Engines;

/// <summary>The figures of one step of a chain, as a unit's folder keeps them.</summary>
/// <param name="Step">Its position in the chain, from 0.</param>
/// <param name="Component">The transform's name.</param>
/// <param name="Key">Hexadecimal SHA-256 over what the figures depend on.</param>
/// <param name="Fold">Hexadecimal SHA-256 over the training subjects.</param>
/// <param name="Figures">What was fitted.</param>
internal sealed record FittedEntry(int Step, string Component, string Key, string Fold, IReadOnlyList<double> Figures);
