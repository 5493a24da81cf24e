using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A table over all folds and repeats.</summary>
/// <param name="Unit">Stands for all units that were pooled.</param>
/// <param name="Split"><c>validate</c> or <c>test</c>.</param>
/// <param name="At">What a row is: <c>case</c>, or what cases were joined into.</param>
/// <param name="Rows">As they were predicted, one row a case and fold.</param>
/// <param name="Table">As it is scored: one row for each case, or for what cases were joined into.</param>
/// <param name="Repeats">As it is scored in each repeat; empty where there is one.</param>
internal sealed record PooledTable(UnitId Unit, string Split, string At, Predictions Rows, Predictions Table, IReadOnlyList<Predictions> Repeats);
