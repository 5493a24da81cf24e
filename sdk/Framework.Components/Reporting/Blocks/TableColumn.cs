namespace Framework.Components.Reporting.Blocks;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers, which stand to the right.</param>
public sealed record TableColumn(string Heading, bool IsNumber = false);
