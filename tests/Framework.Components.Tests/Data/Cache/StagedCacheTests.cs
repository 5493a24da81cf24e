using Framework.Components.Data.Cache;

namespace Framework.Components.Tests.Data.Cache;

/// <summary>Kept samples of stages that read others: what was said of a case is part of the key.</summary>
public sealed class StagedCacheTests : IDisposable
{
    private static readonly VoxelGrid Grid = new(3, (4, 4, 2), CacheCohort.Grid);

    private readonly CacheCohort _cohort = new(2);
    private readonly SampleCache _cache;

    public StagedCacheTests() => _cache = _cohort.Open();

    public void Dispose()
    {
        _cache.Dispose();
        _cohort.Dispose();
    }

    [Fact]
    public void Load_SecondTime_ReadsNoFileAndCarriesWhatWasSaid()
    {
        var first = Load(Said(0.8));
        var second = Load(Said(0.8));
        Assert.Equal(1, _cohort.Loaded);
        Assert.Equal(first.Pixels, second.Pixels);
        Assert.Equal(0.8, second.Sample.Earlier["detect"][0].Findings!.Found[0].Score);
    }

    [Fact]
    public void Load_AfterAnythingElseWasSaid_ReadsAgain()
    {
        var all = Everything().ToList();
        foreach (var said in all.Concat(all))
            Load(said);
        Assert.Equal(all.Count, _cohort.Loaded);
    }

    [Fact]
    public void Load_CaseOfWhichNothingMayBeKnown_IsRefusedThoughItIsKept()
    {
        Load(Said(0.8));
        var pipeline = Pipeline(_ => throw new ExperimentException("the case belongs to another part of the fold"));
        using var workspace = new SampleWorkspace();
        Assert.Throws<ExperimentException>(() => pipeline.Load(_cohort.Cases[0], Phase.Train, 0, workspace));
    }

    [Fact]
    public void Load_MapThatNothingTellsFromAnother_IsNotKept()
    {
        var said = Said(0.8);
        Load(said with { Findings = said.Findings! with { MaskHash = null }, ReadMask = workspace => workspace.Allocate([1, 2, 4, 4]) });
        Assert.Empty(_cohort.CacheFiles);
    }

    [Fact]
    public void Load_SaidToAChainThatKnowsNothingOfIt_IsNotKept()
    {
        var said = Earlier(Said(0.8));
        var pipeline = new SamplePipeline(new Staged(_cohort, _ => said), [], new RandomStream(5)) { Cache = new HeadCache(_cache, _cohort, new HeadKeys("head", "head")) };
        using var workspace = new SampleWorkspace();
        pipeline.Load(_cohort.Cases[0], Phase.Train, 0, workspace);
        Assert.Empty(_cohort.CacheFiles);
    }

    // Each differs from the first in one thing that a transform can see.
    private static IEnumerable<StageOutput> Everything()
    {
        var said = Said(0.8);
        yield return said;
        yield return Said(0.9);
        yield return Said(0.8, low: 1);
        yield return Said(0.8, run: 3);
        yield return Said(0.8, hash: "b");
        yield return said with { Outputs = [0.25, 0.6] };
        yield return said with { Labels = ["x", "z"] };
        yield return said with { Features = [1, 2, 4] };
        yield return said with { Boxes = [new ScoredBox(Box.From("bleed", new VoxelBox(new(0, 0, 0), new(2, 2, 2)), Grid.Geometry), 0.8)] };
        yield return said with { Case = said.Case with { Position = 3 } };
        yield return said with { Findings = null };
        yield return said with { Findings = said.Findings! with { Grid = Grid with { Geometry = Geometry.Unknown } } };
        yield return said with { Findings = said.Findings with { Overlaps = [new ClassOverlap("bleed", 8, null, null)] } };
    }

    private static StageOutput Said(double score, double low = 0, int run = 2, string hash = "a") => new()
    {
        Case = new Case { Id = "slice", Subject = "s", Labels = [0] },
        Labels = ["x", "y"],
        Outputs = [0.25, 0.5],
        Features = [1, 2, 3],
        Findings = new CaseFindings
        {
            Grid = Grid,
            Classes = ["bleed"],
            Found = [new CaseObject("bleed", score, new VoxelBox(new(low, 0, 0), new(2, 2, 1))) { Mask = new RunLengthMask([0, run]) }],
            MaskFile = "masks/slice.nii.gz",
            MaskHash = hash,
        },
    };

    private static Dictionary<string, IReadOnlyList<StageOutput>> Earlier(StageOutput said) => new() { ["detect"] = [said] };

    private (Sample Sample, float[] Pixels) Load(StageOutput said)
    {
        var earlier = Earlier(said);
        using var workspace = new SampleWorkspace();
        var sample = Pipeline(_ => earlier).Load(_cohort.Cases[0], Phase.Train, 0, workspace);
        return (sample, sample.Image.Pixels.ToArray());
    }

    private SamplePipeline Pipeline(Func<Case, IReadOnlyDictionary<string, IReadOnlyList<StageOutput>>> earlier) =>
        new(new Staged(_cohort, earlier), [], new RandomStream(5)) { Cache = new HeadCache(_cache, _cohort, new HeadKeys("head", "head"), earlier) };

    private sealed class Staged(IDataSource source, Func<Case, IReadOnlyDictionary<string, IReadOnlyList<StageOutput>>> earlier) : IDataSource
    {
        public DataIndex Index(IndexContext context) => source.Index(context);

        public Sample Load(Case item, SampleWorkspace workspace) => source.Load(item, workspace).With(earlier(item));
    }
}
