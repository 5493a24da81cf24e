namespace Framework.Sdk;

/// <summary>Makes tables of a table, apart from any experiment: labels from reports, for example. <c>./framework table NAME</c> runs it.</summary>
public interface ITableTool
{
    /// <summary>Makes the tables.</summary>
    /// <param name="table">What was read.</param>
    /// <returns>The first one is what the user asked for; others, such as a sample to check by hand, are written beside it under their names.</returns>
    /// <exception cref="DataFormatException">A column is not there or a cell cannot be used; the message names column and row.</exception>
    IReadOnlyList<IndexTable> Make(IndexTable table);
}
