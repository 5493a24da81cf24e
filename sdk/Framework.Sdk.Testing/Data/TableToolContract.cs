using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every table tool promises: tables that can be written, made of the table alone, and words for what cannot be used.</summary>
public abstract class TableToolContract
{
    private const string Nonsense = "?!\u00a4";

    /// <summary>Makes the tool.</summary>
    protected abstract ITableTool Create();

    /// <summary>A table that it takes, of two rows or more.</summary>
    protected abstract IndexTable Table { get; }

    /// <summary>The same table gives the same tables, and is left as it was.</summary>
    [Fact]
    public void Make_Twice_GivesTheSameAndLeavesTheTableUntouched()
    {
        var table = Table;
        var (tool, before) = (Create(), Text(table));
        var first = tool.Make(table);
        Assert.True(before == Text(table), "it changed the table that it was given. Make new rows.");
        Assert.True(Text(first) == Text(tool.Make(table)), "the same table gives other tables the second time. Keep nothing between calls.");
        Assert.True(Text(first) == Text(Create().Make(table)), "another instance gives other tables of the same one. Draw random numbers from a RandomStream whose seed is an option.");
    }

    /// <summary>The user's language does not change what is written.</summary>
    [Fact]
    public void Make_InAnotherLanguage_GivesTheSame() => Assert.True(
        Text(Create().Make(Table)) == CommaLanguage.Run(() => Text(Create().Make(Table))),
        "numbers are read or written otherwise where the system's language has a decimal comma ('0,5'). Format and parse with CultureInfo.InvariantCulture.");

    /// <summary>Each table can be written as a file: a name of its own, columns with names of their own, and a cell for each of them in every row.</summary>
    [Fact]
    public void Make_EveryTable_CanBeWritten()
    {
        var made = Create().Make(Table);
        Assert.True(made.Count > 0, "it makes no table. The first one is what the user asked for.");
        Assert.True(made[0].Rows.Count > 0, $"'{made[0].Name}' has no row, and the table that it was made of has {Table.Rows.Count}. Give the contract a table of which something follows.");
        var twice = made.GroupBy(table => table.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        Assert.True(twice is null, $"two tables are called '{twice?.Key}', and would be one file.");
        foreach (var table in made)
        {
            Assert.True(table.Name.Length > 0 && table.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'), $"'{table.Name}' is no name of a file: letters, digits and '-'.");
            Assert.True(table.Columns.Count > 0 && table.Columns.All(column => column.Length > 0) && table.Columns.Distinct().Count() == table.Columns.Count, $"'{table.Name}' has the columns {string.Join(", ", table.Columns.Select(column => $"'{column}'"))}. Each has a name of its own.");
            var wrong = Enumerable.Range(0, table.Rows.Count).FirstOrDefault(row => table.Rows[row].Count != table.Columns.Count || table.Rows[row].Any(cell => cell is null), -1);
            Assert.True(wrong < 0, $"row {wrong} of '{table.Name}' has {(wrong < 0 ? 0 : table.Rows[wrong].Count)} cells for {table.Columns.Count} columns, or one that is null. Give one for each; an empty one where there is nothing to say.");
        }
    }

    /// <summary>A table without one of its columns is used, or refused in words that name the columns there are.</summary>
    [Fact]
    public void Make_WithoutAColumn_GivesTablesOrSaysWhatWouldBeRight()
    {
        for (var column = 0; column < Table.Columns.Count; column++)
        {
            var left = new IndexTable(Table.Name, Without(Table.Columns, column), [.. Table.Rows.Select(row => Without(row, column))]);
            AssertWords(left, $"without the column '{Table.Columns[column]}'", []);
        }
    }

    /// <summary>A cell that means nothing is used, or refused in words that say which it is.</summary>
    [Fact]
    public void Make_CellThatMeansNothing_GivesTablesOrSaysWhichItIs()
    {
        for (var column = 0; column < Table.Columns.Count; column++)
        {
            var at = column;
            var rows = Table.Rows.Select((row, number) => number == 0 ? (IReadOnlyList<string>)[.. row.Select((cell, place) => place == at ? Nonsense : cell)] : row);
            AssertWords(new IndexTable(Table.Name, Table.Columns, [.. rows]), $"with '{Nonsense}' in the first row of '{Table.Columns[column]}'", [Nonsense, Table.Columns[column]]);
        }
    }

    /// <summary>A table without rows is used, or refused in words.</summary>
    [Fact]
    public void Make_NoRows_GivesTablesOrSaysWhyNot() => AssertWords(new IndexTable(Table.Name, Table.Columns, []), "without rows", []);

    private void AssertWords(IndexTable table, string how, string[] named)
    {
        var thrown = Record.Exception(() => { Create().Make(table); });
        if (thrown is null)
            return;
        Assert.True(thrown is DataFormatException, $"a table {how} ends in {thrown.GetType().Name}: '{thrown.Message}'. Throw DataFormatException (exit code 3).");
        Assert.True(thrown.Message.Contains(". ", StringComparison.Ordinal), $"a table {how}: '{thrown.Message}' does not say what would be right. The form is: place: fact. What would be right.");
        Assert.True(named.Length == 0 || named.Any(word => thrown.Message.Contains(word, StringComparison.Ordinal)), $"a table {how}: '{thrown.Message}' names neither the cell nor its column.");
    }

    private static IReadOnlyList<string> Without(IReadOnlyList<string> cells, int column) => [.. cells.Where((_, at) => at != column)];

    private static string Text(IEnumerable<IndexTable> tables) => string.Join("\n\n", tables.Select(Text));

    private static string Text(IndexTable table) => string.Join('\n', table.Rows.Prepend(table.Columns).Select(row => string.Join('\t', row)).Prepend(table.Name));
}
