using Framework.Components.Audit;

namespace Framework.Components.Tests.Audit;

/// <summary>Ten cases without any leak, half for training and half for test; each test plants one.</summary>
internal sealed class Planted
{
    private readonly Case[] _cases =
    [
        .. Enumerable.Range(0, 10).Select(i => new Case
        {
            Id = $"case{i}", Subject = $"subject{i}", Study = $"study{i}", Series = $"series{i}", Accession = $"accession{i}", Instance = $"instance{i}", Labels = [i % 2, 0, i % 2],
        }),
    ];

    private readonly ImageFingerprint?[] _images = [.. Enumerable.Range(0, 10).Select(i => Print(new RandomStream((ulong)i + 1), 32))];

    public PretrainingList? Pretraining { get; set; }

    public IReadOnlyList<LabelRule> Rules { get; set; } = [];

    /// <summary>Where each case lies in each fold.</summary>
    public List<Part[]> Folds { get; } = [[.. Enumerable.Range(0, 10).Select(i => i < 5 ? Part.Train : Part.Test)]];

    public Planted Change(int at, Func<Case, Case> change)
    {
        _cases[at] = change(_cases[at]);
        return this;
    }

    public Planted Image(int at, ImageFingerprint image)
    {
        _images[at] = image;
        return this;
    }

    public ImageFingerprint Image(int at) => _images[at]!;

    public IReadOnlyList<AuditFinding> Look() => DataAudit.Look(new AuditInput
    {
        Index = new DataIndex { Labels = ["a", "b", "any"], Cases = _cases, Fingerprint = "" },
        Divisions = [.. Folds.Select(parts => new AuditDivision(parts))],
        Images = _images,
        Pretraining = Pretraining,
        LabelRules = Rules,
    });

    /// <summary>An image of blobs, the same for the same stream, seen in some way.</summary>
    public static ImageFingerprint Print(RandomStream random, int size, Func<double, double>? seen = null)
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, size, size]);
        var blobs = Enumerable.Range(0, 12).Select(_ => (X: random.NextDouble(), Y: random.NextDouble(), R: random.Uniform(0.05, 0.25), H: random.Uniform(-1, 1))).ToList();
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = (((i % size) + 0.5) / size, ((i / size) + 0.5) / size);
            var value = blobs.Sum(blob => blob.H * Math.Exp(-(Math.Pow(x - blob.X, 2) + Math.Pow(y - blob.Y, 2)) / (2 * blob.R * blob.R)));
            image.Pixels[i] = (float)(seen?.Invoke(value) ?? value);
        }

        return Fingerprint.Of(image);
    }
}
