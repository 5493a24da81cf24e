using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Runs;

public sealed class PredictionsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Run_HasTheColumnsInOrder()
    {
        var text = PredictionsFile.Write(Table());

        Assert.Equal(
            "case,subject,study,series,site,fold,target.any,\"target.left, upper\",output.any,\"output.left, upper\"\n"
            + "a,s-1,,,north,0,1,,0.1,0.30000000000000004\n"
            + "b,s-2,,,,0,0,1,1E-300,0.5\n",
            text);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheLastBit()
    {
        var path = _folder.Write("predictions.csv", PredictionsFile.Write([("validate", Table()), ("test", Table())]));
        var cases = new[] { Case("a", "s-1", "north"), Case("b", "s-2", "") }.ToDictionary(item => item.Id);

        var tables = PredictionsFile.Read(path, cases, []);

        Assert.Equal(["validate", "test"], tables.Select(table => table.Split));
        foreach (var (_, table) in tables)
        {
            Assert.Equal(["any", "left, upper"], table.Labels);
            Assert.Equal(Table().Rows, table.Rows);
            Assert.Equal(Table().Targets.ToArray(), table.Targets.ToArray());
            Assert.Equal(Table().Outputs.ToArray(), table.Outputs.ToArray());
        }
    }

    private static Case Case(string id, string subject, string site) => new() { Id = id, Subject = subject, Site = site, Labels = [0, 0] };

    private static Predictions Table() => new(
        ["any", "left, upper"],
        [new PredictedCase("a", "s-1", "north", 0), new PredictedCase("b", "s-2", "", 0)],
        [1, double.NaN, 0, 1],
        [0.1, 0.1 + 0.2, 1e-300, 0.5]);
}
