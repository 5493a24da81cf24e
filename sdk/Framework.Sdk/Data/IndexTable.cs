namespace Framework.Sdk;

/// <summary>A table that a data source wants kept beside the results, such as which series it chose and why. The host replaces identities in it.</summary>
/// <param name="Name">The file's name without its ending: letters, digits and '-'.</param>
/// <param name="Columns">The header line.</param>
/// <param name="Rows">One cell for each column.</param>
public sealed record IndexTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
