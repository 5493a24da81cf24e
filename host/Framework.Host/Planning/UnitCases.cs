using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>The cases of a unit.</summary>
/// <param name="Train">It is fitted on these.</param>
/// <param name="Validate">It selects on these; may be empty.</param>
/// <param name="Evaluated">It predicts these afterwards, by the names of the splits in tables: none of them was fitted on.</param>
internal sealed record UnitCases(IReadOnlyList<Case> Train, IReadOnlyList<Case> Validate, IReadOnlyList<(string Split, IReadOnlyList<Case> Cases)> Evaluated);
