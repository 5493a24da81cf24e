using Framework.Host.Runs;

namespace Framework.Host.Tests.Runs;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "two lines")]
    public void Join_Cell_IsQuotedWhereItMustBe(string cell, string expected) => Assert.Equal(expected, CsvText.Join([cell]));

    [Fact]
    public void Split_WhatJoinMade_IsTheCells()
    {
        string[] cells = ["plain", "", "a,b", "say \"no\"", "\"", ""];

        Assert.Equal(cells, CsvText.Split(CsvText.Join(cells)));
    }
}
