namespace Framework.Components.Data.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Cells">One for each column, without quotes and without spaces around.</param>
public readonly record struct CsvRow(int Line, IReadOnlyList<string> Cells);
