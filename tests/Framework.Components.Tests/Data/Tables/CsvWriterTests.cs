using System.Text;
using Framework.Components.Data.Tables;

namespace Framework.Components.Tests.Data.Tables;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(" blank ", " blank ")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    public void Row_Cell_IsQuotedWhereItMustBe(string cell, string expected) => Assert.Equal(expected, CsvWriter.Row([cell]));

    [Fact]
    public void Table_ReadBack_HasTheSameCells()
    {
        string[][] rows = [["1", "FINDINGS:\nL4-L5: \"mild\", no more."], ["", ","], ["\"", "a\r\nb"]];

        var table = CsvTable.Parse(Encoding.UTF8.GetBytes(CsvWriter.Table(["study", "report"], rows)), "reports.csv");

        Assert.Equal(["study", "report"], table.Columns);
        Assert.Equal(rows, table.Rows.Select(row => row.Cells));
        Assert.Empty(table.Problems);
    }
}
