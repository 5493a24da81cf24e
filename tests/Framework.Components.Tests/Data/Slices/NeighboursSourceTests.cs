using Framework.Components.Data.Slices;

namespace Framework.Components.Tests.Data.Slices;

/// <summary><c>neighbours</c> under its contract, around slices in memory.</summary>
public sealed class NeighboursSourceContractTests : Sdk.Testing.DataSourceContract
{
    protected override IDataSource Create() => new NeighboursSource(new NeighboursOptions { Of = new NeighboursSourceTests.Slices() });
}

public sealed class NeighboursSourceTests
{
    [Theory]
    [InlineData("p30", new float[] { 20, 30, 40 })] // by place, not by name or order in the index
    [InlineData("p10", new float[] { 10, 10, 20 })] // beyond the series its last slice again
    [InlineData("p40", new float[] { 30, 40, 40 })]
    [InlineData("other", new float[] { 15, 15, 15 })] // never a slice of another series
    public void Load_Slice_HasTheSlicesThatLieBesideIt(string id, float[] expected)
    {
        var image = Load(new NeighboursSource(new NeighboursOptions { Of = new Slices() }), id);

        Assert.Equal([1, 3, 2, 3], image.Shape.ToArray());
        Assert.Equal(expected, Enumerable.Range(0, 3).Select(z => image.Pixels[z * 6]));
        Assert.Equal(12, image.Encoding.BitsStored); // still in stored values
    }

    [Fact]
    public void Load_MiddleOfASeries_LiesWhereItsSlicesDo()
    {
        var image = Load(new NeighboursSource(new NeighboursOptions { Of = new Slices() }), "p30");

        Assert.Equal(new PatientPoint(0, 0, 20), image.Geometry.ToPatient(new VoxelPoint(0, 0, 0)));
        Assert.Equal(new PatientPoint(0, 0, 40), image.Geometry.ToPatient(new VoxelPoint(0, 0, 2)));
    }

    [Fact]
    public void Load_TwoOnEachSide_HasFive() =>
        Assert.Equal([10f, 20, 30, 40, 40], Enumerable.Range(0, 5).Select(z => Load(new NeighboursSource(new NeighboursOptions { Of = new Slices(), EachSide = 2 }), "p30").Pixels[z * 6]));

    [Fact]
    public void Index_CasesAndLabels_AreThoseOfTheSlicesAndKnowTheirNeighbours()
    {
        var (plain, index) = (new Slices().Index(Context), new NeighboursSource(new NeighboursOptions { Of = new Slices() }).Index(Context));
        var changed = new NeighboursSource(new NeighboursOptions { Of = new Slices { Facts = 9 } }).Index(Context);

        Assert.Equal(plain.Cases.Select(item => (item.Id, item.Labels[0])), index.Cases.Select(item => (item.Id, item.Labels[0])));
        ulong Of(DataIndex from, string id) => from.Cases.Single(item => item.Id == id).FactsHash;
        Assert.NotEqual(Of(index, "p20"), Of(changed, "p20")); // what is known of p10 has changed, and p20 shows it
        Assert.Equal(Of(index, "p30"), Of(changed, "p30"));
    }

    [Fact]
    public void FilesOf_Slice_AreThoseOfItsNeighboursToo()
    {
        var source = new NeighboursSource(new NeighboursOptions { Of = new Slices() });

        Assert.Equal(["p10.dcm", "p20.dcm"], source.FilesOf(source.Index(Context).Cases.Single(item => item.Id == "p10")));
    }

    [Fact]
    public void Index_SliceWithoutAPlace_IsRefused() => Assert.Equal(
        "case 'p20': nothing says of which series it is or where it lies in it, and 'neighbours' orders slices by that. Use a source that knows series and positions.",
        Assert.Throws<DataFormatException>(() => new NeighboursSource(new NeighboursOptions { Of = new Slices { Lost = "p20" } }).Index(Context)).Message);

    [Fact]
    public void Load_NeighbourStoredOtherwise_IsRefused() => Assert.Equal(
        "case 'p30': a slice beside it has another size or other stored values than it has, so that they make no volume. Leave such series out of the data.",
        Assert.Throws<DataFormatException>(() => Load(new NeighboursSource(new NeighboursOptions { Of = new Slices { Odd = "p40" } }), "p30")).Message);

    private static IndexContext Context => new() { CacheFolder = "" };

    private static Image Load(NeighboursSource source, string id) => source.Load(source.Index(Context).Cases.Single(item => item.Id == id), new SampleWorkspace()).Image;

    /// <summary>Slices whose values are their height; listed in no order.</summary>
    internal sealed class Slices : IDataSource, ICaseFiles
    {
        public ulong Facts { get; init; }

        public string Lost { get; init; } = "";

        public string Odd { get; init; } = "";

        public DataIndex Index(IndexContext context)
        {
            Case[] cases = [Make("p30", 30), Make("p10", 10), Make("other", 15) with { Series = "2", FactsHash = 0 }, Make("p40", 40), Make("p20", 20)];
            return new DataIndex { Labels = ["high"], Cases = cases, Fingerprint = DataFingerprint.Of(["high"], cases) };
        }

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var encoding = new PixelEncoding { BitsStored = item.Id == Odd ? 16 : 12, Modality = "CT" };
            var image = workspace.Allocate([1, 2, 3], geometry: new Geometry([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, item.Position, 0, 0, 0, 1]), encoding: encoding);
            image.Pixels.Fill((float)item.Position);
            return new Sample(item, image);
        }

        public IReadOnlyList<string> FilesOf(Case item) => [$"{item.Id}.dcm"];

        private Case Make(string id, double place) => new() { Id = id, Subject = "s", Series = "1", Position = id == Lost ? double.NaN : place, FactsHash = id == "p10" ? Facts : 1, Labels = [place > 20 ? 1 : 0] };
    }
}
