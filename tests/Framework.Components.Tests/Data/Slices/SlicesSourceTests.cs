using Framework.Components.Data.Slices;
using Framework.Components.Tests.Models;

namespace Framework.Components.Tests.Data.Slices;

public sealed class SlicesSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_Volumes_GivesTheirSlicesWithLabelsOfTheMask()
    {
        var index = Source(new Stacks(_folder.Path)).Index(Context());

        Assert.Equal(["bleed"], index.Labels);
        Assert.Equal(
            ["v1#0001 s1 north 1.2.3 0 0", "v1#0002 s1 north 1.2.3 2.5 1", "v1#0003 s1 north 1.2.3 5 0", "v1#0004 s1 north 1.2.3 7.5 0", "v2#0001 s1 north v2 0 NaN", "v2#0002 s1 north v2 2.5 NaN"],
            index.Cases.Select(item => FormattableString.Invariant($"{item.Id} {item.Subject} {item.Site} {item.Series} {item.Position} {item.Labels[0]}")));
        Assert.Equal(6, index.Cases.Select(item => item.RandomKey).Distinct().Count());
    }

    [Theory]
    [InlineData(0, new float[] { 0, 0, 10 })]
    [InlineData(1, new float[] { 0, 10, 20 })]
    [InlineData(3, new float[] { 20, 30, 30 })]
    public void Load_Slice_HasItsNeighboursAsChannelsAndItsOwnMask(int at, float[] expected)
    {
        var source = Source(new Stacks(_folder.Path), neighbours: 1);
        using var workspace = new SampleWorkspace();
        var item = source.Index(Context()).Cases[at];

        var sample = source.Load(item, workspace);

        Assert.Equal([3, 2, 3], sample.Image.Shape.ToArray());
        Assert.Equal(expected, Enumerable.Range(0, 3).Select(channel => sample.Image.Channel(channel)[0]));
        Assert.Equal(at == 1 ? [0, 0, 3, 0, 0, 0] : [0, 0, 0, 0, 0, 0], sample["mask"].Pixels.ToArray());
        Assert.Equal(7 + (2.5 * at), sample.Image.Geometry.ToPatient(new VoxelPoint(0, 0, 0)).Z, 10);
        Assert.Same(item, sample.Case);
    }

    [Fact]
    public void Index_FilesAsTheyWere_LoadsNothingAgain()
    {
        _folder.Write("v1", [1]);
        _folder.Write("v2", [1]);
        var first = Source(new Stacks(_folder.Path)).Index(Context());
        var stacks = new Stacks(_folder.Path);
        var second = Source(stacks).Index(Context());
        Assert.Equal(0, stacks.Loads);
        Assert.Equal(first.Fingerprint, second.Fingerprint);

        _folder.Write("v1", [1, 2]);
        Source(stacks).Index(Context());
        Assert.Equal(1, stacks.Loads);
    }

    [Fact]
    public void Load_AllSlicesOfAVolume_ReadsItOnce()
    {
        var stacks = new Stacks(_folder.Path);
        var source = Source(stacks);
        var cases = source.Index(Context()).Cases;
        var before = stacks.Loads;
        Parallel.ForEach(cases, item =>
        {
            using var workspace = new SampleWorkspace();
            Assert.Equal(item.Position / 2.5 * 10, source.Load(item, workspace).Image.Pixels[0]);
        });
        Assert.Equal(2, stacks.Loads - before);
    }

    [Fact]
    public void Index_SingleSlices_AreProblems()
    {
        var index = Source(new Stacks(_folder.Path) { Dimensions = 2 }).Index(Context());

        Assert.Empty(index.Cases);
        Assert.Equal("case 'v1': it is a single slice, and slices are taken out of volumes. Use its source without 'slices'.", index.Problems[0].ToString());
    }

    private static SlicesSource Source(Stacks stacks, int neighbours = 0) => new(new SlicesOptions { Of = stacks, Neighbours = neighbours, Label = "bleed" });

    private IndexContext Context() => new() { CacheFolder = Path.Combine(_folder.Path, "cache") };
}
