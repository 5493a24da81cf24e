using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Runs;

public sealed class PredictionsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Run_HasTheColumnsInOrderAndNoSubject()
    {
        var subjects = Subjects();

        var text = PredictionsFile.Write(Table(), subjects);

        Assert.Equal(
            "case,subject,site,fold,target.any,\"target.left, upper\",output.any,\"output.left, upper\"\n"
            + $"a,{subjects.Of("Jane Doe")},north,0,1,,0.1,0.30000000000000004\n"
            + $"b,{subjects.Of("John Doe")},,0,0,1,1E-300,0.5\n",
            text);
        Assert.DoesNotContain("Doe", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheLastBit()
    {
        var path = _folder.Write("predictions.csv", PredictionsFile.Write([("validate", Table()), ("test", Table())], Subjects()));
        var cases = new[] { Case("a", "Jane Doe"), Case("b", "John Doe") }.ToDictionary(item => item.Id);

        var tables = PredictionsFile.Read(path, cases);

        Assert.Equal(["validate", "test"], tables.Select(table => table.Split));
        foreach (var (_, table) in tables)
        {
            Assert.Equal(["any", "left, upper"], table.Labels);
            Assert.Equal(Table().Rows, table.Rows);
            Assert.Equal(Table().Targets.ToArray(), table.Targets.ToArray());
            Assert.Equal(Table().Outputs.ToArray(), table.Outputs.ToArray());
        }
    }

    [Fact]
    public void Of_SubjectInOneStore_IsTheSamePseudonymEveryTime() => Assert.Equal(Subjects().Of("Jane Doe"), Subjects().Of("Jane Doe"));

    [Fact]
    public void Of_SubjectInAnotherStore_IsAnotherPseudonym() =>
        Assert.NotEqual(Subjects().Of("Jane Doe"), new SubjectHash(_folder.File("another-key")).Of("Jane Doe"));

    [Fact]
    public void Create_Key_IsReadableByItsOwnerOnly()
    {
        Subjects();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("subject-key")));
    }

    private SubjectHash Subjects() => new(_folder.File("subject-key"));

    private static Case Case(string id, string subject) => new() { Id = id, Subject = subject, Labels = [0, 0] };

    private static Predictions Table() => new(
        ["any", "left, upper"],
        [new PredictedCase("a", "Jane Doe", "north", 0), new PredictedCase("b", "John Doe", "", 0)],
        [1, double.NaN, 0, 1],
        [0.1, 0.1 + 0.2, 1e-300, 0.5]);
}
