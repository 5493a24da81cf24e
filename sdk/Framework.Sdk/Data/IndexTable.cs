namespace Framework.Sdk;

/// <summary>A table that a data source wants kept beside the results, such as which series it chose and why. The host replaces identities in it.</summary>
/// <param name="Name">The file's name without its ending: letters, digits and '-'.</param>
/// <param name="Columns">The header line.</param>
/// <param name="Rows">One cell for each column.</param>
public sealed record IndexTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The position of a column.</summary>
    /// <param name="column">Its name in the header line.</param>
    /// <exception cref="DataFormatException">There is none of that name; the message lists those there are.</exception>
    public int Find(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i;
        }

        throw new DataFormatException($"{Name}: there is no column '{column}'. The columns are {string.Join(", ", Columns)}.");
    }
}
