using Framework.Components.Transforms.Annotations;

namespace Framework.Components.Tests.Transforms.Annotations;

/// <summary>A sagittal slice of bodies 24 mm high and 30 mm deep every 34 mm, on a grid of 1 mm whose rows run down.</summary>
public sealed class NameLevelsTests : IDisposable
{
    private const int Body = 24;
    private const int Step = 34;
    private static readonly string[] Names = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"];

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Apply_FromTheSacrumUp_NamesEachDiscBetweenItsBodies()
    {
        var named = Name(Mask(bodies: 6, sacrum: true));

        Assert.Equal(Names, Discs(named));
        for (var disc = 0; disc < Names.Length; disc++)
        {
            // The lowest body ends at row 6 * 34 - 0.5, and the sacrum begins 10 mm below it.
            var row = (6 * Step) + 4.5 - ((Names.Length - 1 - disc) * Step);
            AssertNear(PlaceOf(row), Find(named, Names[disc]));
            AssertNear(PlaceOf(row - 17), Find(named, $"{Names[disc]} above"), 1.1);
        }
    }

    [Fact]
    public void Apply_ABodyThatWasNotFound_KeepsItsNumber()
    {
        var named = Name(Mask(bodies: 6, sacrum: true, without: 3));

        Assert.Equal(["L1-L2", "L4-L5", "L5-S1"], Discs(named));
        AssertNear(PlaceOf((6 * Step) + 4.5 - (4 * Step)), Find(named, "L1-L2"));
    }

    [Fact]
    public void Apply_TheBodyOnTheSacrumNotFound_NamesTheOthersAsTheyAre()
    {
        var named = Name(Mask(bodies: 6, sacrum: true, without: 5));

        Assert.Equal(["L1-L2", "L2-L3", "L3-L4"], Discs(named));
        AssertNear(PlaceOf((6 * Step) + 4.5 - (4 * Step)), Find(named, "L1-L2"));
    }

    [Fact]
    public void Apply_SpecksOfNoise_AreNoBodies()
    {
        var mask = Mask(bodies: 6, sacrum: true);
        mask.Pixels[(3 * 80) + 3] = 1;
        mask.Pixels[(200 * 80) + 70] = 2;

        Assert.Equal(Names, Discs(Name(mask)));
    }

    // From body to body: as wide as given, along the back of all of them.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Apply_BodiesJoinedByThinBridges_AreStillCounted(int width)
    {
        var mask = Mask(bodies: 6, sacrum: true);
        for (var row = 10; row < 6 * Step; row++)
            mask.Pixels.Slice((row * 80) + 55 - width, width).Fill(1);
        var named = Name(mask);

        Assert.Equal(Names, Discs(named));
        for (var disc = 0; disc < Names.Length; disc++)
            AssertNear(PlaceOf((6 * Step) + 4.5 - ((Names.Length - 1 - disc) * Step)), Find(named, Names[disc]), 2.5);
    }

    [Fact]
    public void Apply_SacrumOutOfView_NamesNothingUnlessToldTo()
    {
        Assert.Empty(Discs(Name(Mask(bodies: 6, sacrum: false))));

        var named = Name(Mask(bodies: 6, sacrum: false), NoSacrum.LowestIsLast);

        Assert.Equal(Names, Discs(named));
        AssertNear(PlaceOf((6 * Step) + 4.5), Find(named, "L5-S1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Apply_TooFewBodies_IsACaseWithoutDiscs(int bodies) => Assert.Empty(Discs(Name(Mask(bodies, sacrum: false), NoSacrum.LowestIsLast)));

    // Body i, from above, has its middle at row 34 i + 21.5.
    private Image Mask(int bodies, bool sacrum, int? without = null)
    {
        // Columns to the back, rows down, as a sagittal slice lies: RAS y falls along columns, z along rows.
        var mask = _workspace.Allocate([1, 240, 80], geometry: new Geometry([0, 0, 1, 4, -1, 0, 0, 40, 0, -1, 0, 100, 0, 0, 0, 1]));
        mask.Pixels.Clear();
        for (var i = 0; i < bodies; i++)
        {
            if (i != without)
                Fill(mask, (i * Step) + 22 - (Body / 2), Body, 1);
        }

        if (sacrum)
            Fill(mask, (bodies * Step) + 22 - (Body / 2), 240 - ((bodies * Step) + 22 - (Body / 2)), 2);
        return mask;
    }

    private static void Fill(Image mask, int row, int height, float value)
    {
        for (var y = row; y < row + height; y++)
            mask.Pixels.Slice((y * 80) + 25, 30).Fill(value);
    }

    private Sample Name(Image mask, NoSacrum without = NoSacrum.Unnamed) => new NameLevelsTransform(new NameLevelsOptions { Levels = Names, WithoutSacrum = without })
        .Apply(new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, mask).With(mask, "mask"), new TransformContext(_workspace, new RandomStream(1), Phase.Train));

    private static IEnumerable<string> Discs(Sample sample) => sample.Landmarks.Select(landmark => landmark.Name).Where(Names.Contains);

    private static PatientPoint Find(Sample sample, string name) => sample.Landmarks.Single(landmark => landmark.Name == name).Place;

    private static PatientPoint PlaceOf(double row) => new(4, 40 - 39.5, 100 - row);

    private static void AssertNear(PatientPoint expected, PatientPoint actual, double tolerance = 1.5) => Assert.True((expected - actual).Length < tolerance, $"expected {expected}, and it is {actual}");
}
