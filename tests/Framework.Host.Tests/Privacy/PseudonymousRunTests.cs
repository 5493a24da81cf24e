using System.Text.RegularExpressions;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Privacy;

/// <summary>Runs of one experiment with and without pseudonyms, in stores with different keys.</summary>
public sealed class PseudonymousRunTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_Hashed_NamesNobodyInTheRunFolderNorOnTheScreen()
    {
        var run = _bench.Run(_bench.Load("data.identifiers=hash", "data.broken=2", "data.on_error=quarantine"));

        string[] names = ["subject 0", "subject 7", "c000", "c029", "north", "broken-0"];
        var written = Directory.EnumerateFiles(run.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText).Append(string.Join('\n', _bench.Screen.Lines));
        // Hashes and pseudonyms are drawn by the store's key: one in some thousands has 'c000' among its digits.
        Assert.All(written, text => Assert.All(names, name => Assert.DoesNotContain(name, Regex.Replace(text, "[0-9a-f]{12,}", "#"), StringComparison.Ordinal)));
        Assert.Matches("\ntest,c-[0-9a-f]{12},s-[0-9a-f]{12},,,p-[0-9a-f]{12},0,", File.ReadAllText(run.Units[0].Predictions));
    }

    [Fact]
    public void Run_AnyKeyOrNone_GivesTheSameFigures()
    {
        var kept = Metrics(_bench.Run(_bench.Load("data.identifiers=keep")));

        var here = Metrics(_bench.Run(_bench.Load("data.identifiers=hash")));
        using var other = new Workbench();
        var there = Metrics(other.Run(other.Load("data.identifiers=hash")));

        Assert.Equal(kept, here);
        Assert.Equal(kept, there);
    }

    [Fact]
    public void Run_AnotherKey_SplitsTheSameCasesUnderOtherNames()
    {
        using var other = new Workbench();

        var here = _bench.Run(_bench.Load("data.identifiers=hash"));
        var there = other.Run(other.Load("data.identifiers=hash"));

        Assert.Equal(Labels(here), Labels(there));
        Assert.Equal(here.Plan.Data, there.Plan.Data);
        Assert.NotEqual(File.ReadAllText(here.Units[0].Predictions), File.ReadAllText(there.Units[0].Predictions));
    }

    [Fact]
    public void Run_Again_FindsTheSamePseudonyms()
    {
        var first = _bench.Run(_bench.Load("data.identifiers=hash"));
        var second = _bench.Run(_bench.Load("data.identifiers=hash"), fresh: true);

        Assert.NotEqual(first.Path, second.Path);
        Assert.Equal(File.ReadAllText(first.Units[0].Predictions), File.ReadAllText(second.Units[0].Predictions));
    }

    [Fact]
    public void Run_CaseThatCannotBeLoaded_IsNamedByPseudonymOnly()
    {
        Directory.CreateDirectory(_bench.Folder.File("cohort"));
        for (var i = 0; i < 30; i++)
            _bench.Folder.Write($"cohort/c{i:000}", "");

        var error = Assert.ThrowsAny<FrameworkException>(() => _bench.Run(_bench.Load("data.identifiers=hash", $"data.root={_bench.Folder.File("cohort")}", "data.torn=4")));

        Assert.DoesNotContain("c004", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("subject 1", error.ToString(), StringComparison.Ordinal);
        Assert.Matches("f-[0-9a-f]{12}.dcm: the slice of s-[0-9a-f]{12} is torn", error.Message);
    }

    [Fact]
    public void Run_Problems_SayWhereTheirNamesStand()
    {
        var error = Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load("data.identifiers=hash", "data.broken=1")));

        var folder = Path.Combine(_bench.Folder.File("runs"), ".store", "identities");
        Assert.Matches("^f-[0-9a-f]{12}: is cut off", error.Message);
        Assert.EndsWith($"{folder} says which file is which. Mend them, or set data.on_error: quarantine to leave such cases out.", error.Message, StringComparison.Ordinal);
        Assert.Contains("broken-0", File.ReadAllText(Path.Combine(folder, "study.numbers-messages.csv")), StringComparison.Ordinal);
    }

    private static string[] Metrics(RunFolder run) => [.. run.Metrics!.Select(row => row.ToString())];

    private static IEnumerable<string> Labels(RunFolder run) => File.ReadLines(run.Units[0].Predictions).Select(line => string.Join(',', CsvText.Split(line).Skip(6)));
}
