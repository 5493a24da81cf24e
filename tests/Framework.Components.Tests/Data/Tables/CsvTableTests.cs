using System.Diagnostics;
using System.Text;
using Framework.Components.Data.Tables;

namespace Framework.Components.Tests.Data.Tables;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("\uFEFFa,b\r\n1,2", "1|2")]
    [InlineData("a,b\n\"1,5\",\"he said \"\"no\"\"\"\n", "1,5|he said \"no\"")]
    [InlineData("a,b\n\"two\nlines\", 2 \n", "two\nlines|2")]
    [InlineData("a,b\n,\n", "|")]
    [InlineData("a,b\n\n1,2\n\n", "1|2")]
    [InlineData("a,b\n\"\",\"\"\n", "|")]
    public void Parse_Rfc4180_GivesCells(string text, string cells)
    {
        var table = Parse(text);

        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal([cells], table.Rows.Select(row => string.Join('|', row.Cells)));
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void Parse_RowsAfterABrokenField_KnowTheirLines()
    {
        var table = Parse("a,b\n\"x\ny\",1\n2,3\n");

        Assert.Equal([2, 4], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Parse_WrongNumberOfFields_IsAProblemOfThatLine()
    {
        var table = Parse("a,b\n1,2\n1,2,3\n4\n5,6\n");

        Assert.Equal([2, 5], table.Rows.Select(row => row.Line));
        Assert.Equal(
            ["t.csv:3: the line has 3 fields; the header has 2. Put a field that holds the delimiter in quotes.",
             "t.csv:4: the line has 1 fields; the header has 2. Put a field that holds the delimiter in quotes."],
            table.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("", "t.csv: the table is empty. Its first line names the columns.")]
    [InlineData("a,\"b\n1,2\n", "t.csv:1:3: the quote that opens here is never closed. Close it, or double it where it belongs to the text.")]
    [InlineData("a,b\n1,2\"\n", "t.csv:2:4: a quote stands within a field that does not begin with one. Put the whole field in quotes and double the ones within.")]
    [InlineData("a,b\n\"1\"2,3\n", "t.csv:2:4: text follows the closing quote of a field. A delimiter or the end of the line must.")]
    [InlineData("a,a\n", "t.csv:1: two columns are called 'a'. Rename one.")]
    [InlineData("a,,b\n", "t.csv:1: column 2 has no name. Name it, or remove it.")]
    [InlineData("a;b\n1;2\n", "t.csv:1: the header is one field that holds ';'. Set 'delimiter' to what stands between the fields.")]
    [InlineData("4711,1980-02-03\n", "t.csv:1: column 1 is named by a value, not by a word. The first line must name the columns.")]
    [InlineData("a,Doe^Jane\n", "t.csv:1: column 2 is named by a value, not by a word. The first line must name the columns.")]
    public void Parse_Unusable_SaysWhereAndWhat(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DataFormatException>(() => Parse(text)).Message);

    [Fact]
    public void Parse_OtherEncodings_AreNamed()
    {
        Assert.Equal("t.csv: the table is UTF-16. Save it as UTF-8.",
            Assert.Throws<DataFormatException>(() => CsvTable.Parse([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b")], "t.csv")).Message);
        Assert.Equal("t.csv:2: the line holds bytes that are not UTF-8. Save the table as UTF-8.",
            Assert.Throws<DataFormatException>(() => CsvTable.Parse(Encoding.Latin1.GetBytes("a,b\nM\u00FCller,1\n"), "t.csv")).Message);
        Assert.Equal("t.csv:2: the line holds a zero byte, so this is no text. Export the table again.",
            Assert.Throws<DataFormatException>(() => CsvTable.Parse("a,b\n1,\0\n"u8, "t.csv")).Message);
    }

    [Fact]
    public void Find_NoSuchColumn_ListsThoseThereAre() =>
        Assert.Equal("t.csv:1: there is no column 'c'. The columns are a, b.", Assert.Throws<DataFormatException>(() => Parse("a,b\n").Find("c")).Message);

    [Theory]
    [InlineData(CsvDelimiter.Semicolon, "a;b\n1,5;2\n", "1,5|2")]
    [InlineData(CsvDelimiter.Tab, "a\tb\n1\t2\n", "1|2")]
    [InlineData(CsvDelimiter.Bar, "a|b\n1|2\n", "1|2")]
    public void Parse_OtherDelimiters_GivesCells(CsvDelimiter delimiter, string text, string cells) =>
        Assert.Equal(cells, string.Join('|', Assert.Single(CsvTable.Parse(Encoding.UTF8.GetBytes(text), "t.csv", delimiter).Rows).Cells));

    [Fact]
    public void Parse_MutatedTables_GiveRowsProblemsOrNamedErrors()
    {
        byte[][] originals = [.. new[] { ',', ';' }.Select(separator => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60)
            .Select(i => string.Join(separator, i == 0 ? "case" : $"c{i}", i == 0 ? "site" : "\"Zürich, \"\"Nord\"\"\"", i == 0 ? "label" : $"{i % 2}") + "\r\n"))))];
        var refused = 0;
        foreach (var file in MutatedFiles.Of(originals, seed: 3))
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var table = CsvTable.Parse(file, "t.csv");
                Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Cells.Count));
                Assert.All(table.Problems, problem => Assert.StartsWith("t.csv:", problem.Place, StringComparison.Ordinal));
            }
            catch (DataFormatException e)
            {
                Assert.StartsWith("t.csv:", e.Message, StringComparison.Ordinal);
                refused++;
            }

            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, MutatedFiles.Longest);
        }

        Assert.InRange(refused, 500, MutatedFiles.Count);
    }

    private static CsvTable Parse(string text) => CsvTable.Parse(Encoding.UTF8.GetBytes(text), "t.csv");
}
