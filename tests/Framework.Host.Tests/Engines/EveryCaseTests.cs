using Framework.Host.Engines;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class EveryCaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _asked = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_Again_AsksOnlyForCasesWhoseFilesChanged()
    {
        var cases = Cases(5);
        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], Find(cases));
        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], _asked.Order());

        _asked.Clear();
        File.AppendAllText(_folder.File("c3"), "more");
        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], Find(cases));
        Assert.Equal(["c3"], _asked);
    }

    [Fact]
    public void Find_LineThatIsNone_AsksAgain()
    {
        Find(Cases(2));
        var lines = File.ReadAllLines(_folder.File("ledger"));
        File.WriteAllLines(_folder.File("ledger"), ["nonsense", lines[1][..10]]);
        _asked.Clear();
        Assert.Equal(["c0", "c1"], Find(Cases(2)));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public void Find_Stopped_KeepsWhatIsKnown()
    {
        var cases = Cases(3);
        Find(cases);
        File.AppendAllText(_folder.File("c1"), "more");
        Assert.ThrowsAny<Exception>(() => new EveryCase(new Files(_folder), Ledger()).Find(cases, (item, _) => throw new InvalidOperationException(item.Id), Context()));
        _asked.Clear();
        Find(cases);
        Assert.Equal(["c1"], _asked);
    }

    private IReadOnlyList<string> Find(IReadOnlyList<Case> cases) => new EveryCase(new Files(_folder), Ledger()).Find(
        cases,
        (item, _) =>
        {
            lock (_asked)
                _asked.Add(item.Id);
            return item.Id;
        },
        Context());

    private CaseLedger Ledger() => new(_folder.File("ledger"));

    private IndexContext Context() => new() { CacheFolder = _folder.Path };

    private Case[] Cases(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        if (!File.Exists(_folder.File($"c{i}")))
            _folder.Write($"c{i}", $"{i}");
        return new Case { Id = $"c{i}", Subject = "s", Labels = [] };
    })];

    private sealed class Files(TemporaryFolder folder) : IDataSource, ICaseFiles
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace) => throw new NotSupportedException();

        public IReadOnlyList<string> FilesOf(Case item) => [folder.File(item.Id)];
    }
}
