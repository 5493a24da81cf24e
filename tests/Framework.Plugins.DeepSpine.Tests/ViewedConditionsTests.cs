using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;
using Framework.Components.Transforms.Spatial;
using Framework.Plugins.DeepSpine.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Tests;

/// <summary>Views of a disc, as large and as far behind it as the experiments cut them, of two spines that differ in one condition at that disc: what differs must be in view.</summary>
public sealed class ViewedConditionsTests : IDisposable
{
    private const int Level = 3; // L4-L5
    private const int Whole = 160; // millimetres: all that belongs to a disc
    private const double Seen = 0.1; // difference of brightness, several times the noise

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    // Millimetres along the sides of the sagittal and the axial view, and how far these lie behind the disc: experiments/deepspine/quick.yaml and paper.yaml.
    public static TheoryData<int, int, int, int, Condition> Views()
    {
        var views = new TheoryData<int, int, int, int, Condition>();
        foreach (var condition in Conditions.All)
        {
            views.Add(60, 20, 58, 26, condition);
            views.Add(96, 0, 80, 20, condition);
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Apply_SpinesThatDifferInOneCondition_ShowsNineTenthsOfIt(int sagittal, int behindSagittal, int axial, int behindAxial, Condition condition)
    {
        var (with, without) = (new Scans(Found(condition), _workspace), new Scans(Found(null), _workspace));
        var (inSagittal, inAxial) = (Differing(LevelPlane.Sagittal, sagittal, behindSagittal), Differing(LevelPlane.Axial, axial, behindAxial));

        Assert.True(Math.Max(inSagittal, inAxial) >= 12, $"{condition} changes {inSagittal} and {inAxial} square millimetres in view");
        Assert.True(inSagittal >= 0.9 * Differing(LevelPlane.Sagittal, Whole, 0), $"{condition}: only {inSagittal} square millimetres are in the sagittal view");
        Assert.True(inAxial >= 0.9 * Differing(LevelPlane.Axial, Whole, 0), $"{condition}: only {inAxial} square millimetres are in the axial view");

        int Differing(LevelPlane plane, int size, int behind) => Count(with.View(plane, size, behind), without.View(plane, size, behind));
    }

    private static DiscFindings Found(Condition? condition) => new([.. Conditions.All.Select(own => own != condition ? 0 : own.IsGraded() ? 3 : 1)]);

    private static int Count(Image one, Image other)
    {
        var a = one.Pixels;
        var b = other.Pixels;
        var count = 0;
        for (var i = 0; i < a.Length; i++)
            count += Math.Abs(a[i] - b[i]) > Seen ? 1 : 0;
        return count;
    }

    // Both series of one spine, without noise.
    private sealed class Scans
    {
        private readonly SampleWorkspace _workspace;
        private readonly Sample _sample;

        public Scans(DiscFindings found, SampleWorkspace workspace)
        {
            var healthy = Found(null);
            var spine = new Spine(new RandomStream(5), [.. Enumerable.Range(0, DiscLevel.Count).Select(level => level == Level ? found : healthy)]);
            var item = new Case { Id = "a", Subject = "s", Labels = [], Attributes = new Dictionary<string, string> { ["level"] = DiscLevel.Names[Level] } };
            _workspace = workspace;
            _sample = new Sample(item, Scan(spine, MrPlane.Sagittal)).With(Scan(spine, MrPlane.Axial), "axial")
                .With((IReadOnlyList<Landmark>)[.. DiscLevel.Names.Select((name, number) => new Landmark(name, Patient(spine.Disc(number))))]);
        }

        // Pixels of a millimetre.
        public Image View(LevelPlane plane, int size, int behind) => new LevelViewsTransform(new LevelViewsOptions
        {
            Levels = DiscLevel.Names,
            Pixels = [size, size],
            Slices = 5,
            Views = [plane == LevelPlane.Sagittal ? new LevelView { Behind = behind, Spacing = [1, 1, 9] } : new LevelView { Image = "axial", Plane = plane, Behind = behind, Spacing = [1, 1, 4] }],
        }).Apply(_sample, new TransformContext(_workspace, new RandomStream(1), Phase.Evaluate)).Image;

        private Image Scan(Spine spine, MrPlane plane)
        {
            var series = new MrSeries { Number = 1, Description = "T2", Plane = plane, Size = 110, Slices = plane == MrPlane.Sagittal ? 27 : 31, Pixel = 1.5, Spacing = 2, Centre = spine.Disc(Level) };
            var image = _workspace.Allocate([1, series.Slices, series.Size, series.Size], geometry: series.Geometry);
            for (var i = 0; i < image.Length; i++)
            {
                var (slice, at) = Math.DivRem(i, series.Size * series.Size);
                var place = series.Geometry.ToPatient(new VoxelPoint(at % series.Size, at / series.Size, slice));
                image.Pixels[i] = (float)spine.Value(new Point(-place.X, -place.Y, place.Z), series.Pixel, hasContrast: false);
            }

            return image;
        }

        private static PatientPoint Patient(Point place) => new(-place.X, -place.Y, place.Z);
    }
}
