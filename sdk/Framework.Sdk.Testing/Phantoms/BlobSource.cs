using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>A cohort in memory whose images show their labels: noise, and a bright blob for each label that a case has.</summary>
/// <remarks>
/// Case <c>i</c> has label <c>k</c> where bit <c>k</c> of <c>i</c> is set, so that every combination comes equally often. The blob of a label has a place of its own along x. Two
/// cases in a row are of one subject. Everything follows from the case's identity; nothing is read or written.
/// </remarks>
public sealed class BlobSource : IDataSource
{
    /// <summary>Number of cases. Default: 48.</summary>
    public int Count { get; init; } = 48;

    /// <summary>Shape of each image: (channel, y, x) or (channel, z, y, x). Default: (1, 16, 16).</summary>
    public IReadOnlyList<int> Shape { get; init; } = [1, 16, 16];

    /// <summary>Names of the labels. Default: one, <c>bright</c>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = ["bright"];

    /// <summary>Whether the labels are the classes of one question: exactly one is 1 in each case. Default: false.</summary>
    public bool AreClasses { get; init; }

    /// <summary>Height of a blob's middle in standard deviations of the noise, which is 1. Default: 4.</summary>
    public double Contrast { get; init; } = 4;

    /// <summary>The cases, in order.</summary>
    public IReadOnlyList<Case> Cases => [.. Enumerable.Range(0, Count).Select(number => new Case
    {
        Id = $"case{number}",
        Subject = $"subject{number / 2}",
        Site = number / 2 % 2 == 0 ? "north" : "south",
        Labels = [.. Labels.Select((_, label) => Has(number, label) ? 1.0 : 0.0)],
    })];

    /// <summary>The classes of the one question; empty where labels are questions of their own.</summary>
    public IReadOnlyList<LabelGroup> Groups => AreClasses ? [new LabelGroup("kind", Labels)] : [];

    /// <summary>Cases of this source with a chain of transforms.</summary>
    /// <param name="cases">Some of <see cref="Cases"/>.</param>
    /// <param name="steps">Applied in order.</param>
    public SampleSet Set(IEnumerable<Case> cases, params TransformStep[] steps) => new([.. cases], new SamplePipeline(this, steps, new RandomStream(5)));

    /// <inheritdoc />
    public DataIndex Index(IndexContext context) => new()
    {
        Labels = Labels,
        Groups = Groups,
        Cases = Cases,
        Fingerprint = DataFingerprint.Of(Labels, Cases),
    };

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var image = workspace.Allocate([.. Shape]);
        var noise = new RandomStream(RandomStream.KeyOf(item.Id));
        // By its identity, not by the labels it is given: a test that changes labels must not change the image.
        var number = int.Parse(item.Id.AsSpan("case".Length), System.Globalization.CultureInfo.InvariantCulture);
        for (var at = 0; at < image.Length; at++)
            image.Pixels[at] = (float)(noise.Normal() + Blobs(number, at % image.Width, at / image.Width % image.Height, at / image.Width / image.Height % image.Depth, image));
        return new Sample(item, image);
    }

    private double Blobs(int number, int x, int y, int z, Image image)
    {
        var sum = 0.0;
        for (var label = 0; label < Labels.Count; label++)
        {
            if (!Has(number, label))
                continue;
            var width = Math.Max(1.0, image.Width / (3.0 * Labels.Count));
            var distance = Square((x + 0.5 - (image.Width * (label + 0.5) / Labels.Count)) / width)
                + Square((y + 0.5 - (image.Height / 2.0)) / width) + Square((z + 0.5 - (image.Depth / 2.0)) / width);
            sum += Contrast * Math.Exp(-distance / 2);
        }

        return sum;
    }

    private bool Has(int number, int label) => AreClasses ? number % Labels.Count == label : (number >> label & 1) == 1;

    private static double Square(double value) => value * value;
}
