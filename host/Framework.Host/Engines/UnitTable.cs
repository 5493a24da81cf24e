using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>One table of a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Split"><c>validate</c> or <c>test</c>.</param>
/// <param name="At">What a row is: <c>case</c>, or what cases were joined into.</param>
/// <param name="Raw">As it is in the unit's file, one row a case.</param>
/// <param name="Table">As it is scored: with outputs and thresholds as they were fixed on the unit's validation part.</param>
internal sealed record UnitTable(UnitFolder Unit, string Split, string At, Predictions Raw, Predictions Table);
