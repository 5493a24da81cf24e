namespace Framework.Components.Tests.Data.Slices;

/// <summary>Volumes of 3 x 2 pixels whose values are ten times the slice's number; the mask marks one pixel of slice 1.</summary>
internal sealed class Stacks(string folder) : IDataSource, ICaseFiles
{
    private int _loads;

    public int Loads => _loads;

    public int Dimensions { get; init; } = 3;

    public DataIndex Index(IndexContext context)
    {
        Case[] cases =
        [
            new() { Id = "v1", Subject = "s1", Site = "north", Series = "1.2.3", Locator = "4", Labels = [1] },
            new() { Id = "v2", Subject = "s1", Site = "north", Locator = "2", Labels = [0] },
        ];
        return new DataIndex { Labels = ["ill"], Cases = cases, Fingerprint = DataFingerprint.Of(["ill"], cases) };
    }

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        Interlocked.Increment(ref _loads);
        var depth = int.Parse(item.Locator, System.Globalization.CultureInfo.InvariantCulture);
        var geometry = new Geometry([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2.5, 7, 0, 0, 0, 1]);
        var image = workspace.Allocate(Dimensions == 2 ? [1, 2, 3] : [1, depth, 2, 3], geometry: geometry);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i / 6 * 10;
        if (item.Id == "v2" || Dimensions == 2)
            return new Sample(item, image);
        var mask = workspace.Allocate([1, depth, 2, 3], geometry: geometry);
        mask.Pixels.Clear();
        mask.Pixels[8] = 3;
        return new Sample(item, image).With(mask, "mask");
    }

    public IReadOnlyList<string> FilesOf(Case item) => [Path.Combine(folder, item.Id)];
}
