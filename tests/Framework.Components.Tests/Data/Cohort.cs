namespace Framework.Components.Tests.Data;

/// <summary>Tiny images that show their label: brighter left half for label a, brighter top half for label b.</summary>
internal sealed class Cohort(int size = 8) : IDataSource
{
    public static readonly string[] Labels = ["a", "b"];

    /// <summary>Cases whose loading throws.</summary>
    public HashSet<string> Broken { get; init; } = [];

    public static Case[] Cases(int count) => [.. Enumerable.Range(0, count).Select(i => new Case
    {
        Id = $"case{i}",
        Subject = $"subject{i / 2}",
        Labels = [i % 2, i / 2 % 2],
    })];

    public SampleSet Set(Case[] cases, params TransformStep[] steps) => new(cases, new SamplePipeline(this, steps, new RandomStream(5)));

    public DataIndex Index(IndexContext context) => throw new NotSupportedException();

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        if (Broken.Contains(item.Id))
            throw new DataFormatException($"{item.Id}.dcm: pixel data end after 1 of 2 bytes. Re-export the file.");
        var image = workspace.Allocate([1, size, size]);
        var noise = new RandomStream(9).Derive(item.Id);
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = (i % size, i / size);
            image.Pixels[i] = (float)(0.3 * noise.Normal()
                + (item.Labels[0] > 0.5 && x < size / 2 ? 1 : 0) + (item.Labels[1] > 0.5 && y < size / 2 ? 1 : 0));
        }

        return new Sample(item, image);
    }
}
