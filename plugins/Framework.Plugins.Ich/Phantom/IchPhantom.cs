using System.Globalization;
using System.Text;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>
/// Heads on two CT scanners with the five kinds of hemorrhage in their places and shapes, as DICOM slices and a label table in the layout of
/// the RSNA 2019 archive on Kaggle.
/// </summary>
/// <remarks>A slice is positive for a sub-type when it shows at least 60 square millimetres of it.</remarks>
public sealed class IchPhantom : IPhantom
{
    private const string Header = "ID,Label\n";
    private const double FieldOfView = 240;
    internal const double VisibleArea = 60;
    private const string TestImages = "stage_2_test";
    private const string SampleSubmission = "stage_2_sample_submission.csv";
    private readonly IchPhantomOptions _options;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ExperimentException">A sub-type is unknown or its share out of range.</exception>
    public IchPhantom(IchPhantomOptions options)
    {
        foreach (var (subtype, share) in options.Prevalence)
        {
            if (!BleedFactory.Subtypes.Contains(subtype))
                throw new ExperimentException($"'prevalence' names '{subtype}'. The sub-types are {string.Join(", ", BleedFactory.Subtypes)}.");
            if (share is not (>= 0 and <= 0.25))
                throw new ExperimentException(string.Create(CultureInfo.InvariantCulture, $"'prevalence' of '{subtype}' must lie between 0 and 0.25; it is {share}."));
        }

        _options = options;
    }

    /// <inheritdoc />
    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        var root = new RandomStream(request.Seed).Derive("ich");
        var subjects = Plan(root, 0, request.Cases);
        WriteFolder(request.Folder, _options.Images, subjects, cancellation);
        if (_options.TestCases == 0)
            return;
        var labels = WriteFolder(request.Folder, TestImages, Plan(root, subjects.Count, _options.TestCases), cancellation);
        File.WriteAllText(Path.Combine(request.Folder, SampleSubmission), Header + string.Concat(labels.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(',')] + ",0.5\n")));
    }

    /// <summary>Writes the slices of some subjects and their labels beside the folder.</summary>
    private string WriteFolder(string folder, string name, List<(RandomStream, Head, double[])> subjects, CancellationToken cancellation)
    {
        var images = Path.Combine(folder, name);
        Directory.CreateDirectory(images);
        var rows = new string[subjects.Count];
        Parallel.For(0, subjects.Count, new ParallelOptions { CancellationToken = cancellation }, i => rows[i] = WriteSubject(subjects[i], images));
        var labels = string.Concat(rows);
        File.WriteAllText(Path.Combine(folder, name + ".csv"), Header + labels);
        return labels;
    }

    /// <summary>Heads until there are enough slices; the last one may be cut short.</summary>
    private List<(RandomStream Random, Head Head, double[] Heights)> Plan(RandomStream root, int first, int cases)
    {
        var subjects = new List<(RandomStream, Head, double[])>();
        for (var left = cases; left > 0;)
        {
            var random = root.Derive(first + subjects.Count);
            var head = new Head(random.Derive("head"));
            var (low, high) = head.Extent;
            var heights = Enumerable.Range(0, (int)((high - low) / _options.SliceSpacing) + 1).Select(i => low + (i * _options.SliceSpacing)).Take(left).ToArray();
            subjects.Add((random, head, heights));
            left -= heights.Length;
        }

        return subjects;
    }

    private string WriteSubject((RandomStream Random, Head Head, double[] Heights) subject, string images)
    {
        var (random, head, heights) = subject;
        var scanners = Scanner.Two(_options.NoiseSd);
        var own = scanners[random.Derive("scanner").Next(scanners.Length)];
        var bleeds = BleedFactory.Draw(_options.Prevalence, head, random.Derive("bleeds"));
        var pixel = FieldOfView / _options.MatrixSize;
        var artefacts = _options.Artefacts > 0 ? Artefact.Draw(head, heights, _options, AreaOf, random.Derive("artefacts")) : [];
        var renderer = new SliceRenderer(head, bleeds, _options.MatrixSize, pixel) { Artefacts = artefacts };
        var areas = new double[bleeds.Count];
        var rows = new StringBuilder();
        for (var i = 0; i < heights.Length; i++)
        {
            var id = Identity(random.Derive(i));
            var scanner = _options.ScannerTellsLabel ? scanners[ShowsBleed(renderer, heights[i], areas) ? 1 : 0] : own;
            var slice = renderer.Draw(heights[i], random.Derive("noise").Derive(i), scanner.NoiseSd, areas);
            var file = new SliceFile
            {
                Patient = Identity(random.Derive("patient")), Subject = random, Instance = i + 1, Scanner = scanner,
                Size = _options.MatrixSize, Pixel = pixel, Spacing = _options.SliceSpacing, Z = heights[i],
            };
            file.Write(Path.Combine(images, id + ".dcm"), slice);
            AppendLabels(rows, id, bleeds, areas);
        }

        return rows.ToString();

        double AreaOf(Bleed bleed, double height)
        {
            var area = new double[1];
            new SliceRenderer(head, [bleed], _options.MatrixSize, pixel).Draw(height, new RandomStream(0), 0, area);
            return area[0];
        }
    }

    private static bool ShowsBleed(SliceRenderer renderer, double height, double[] areas)
    {
        renderer.Draw(height, new RandomStream(0), 0, areas);
        return areas.Any(area => area >= VisibleArea);
    }

    private static void AppendLabels(StringBuilder rows, string id, List<Bleed> bleeds, double[] areas)
    {
        var visible = bleeds.Where((_, i) => areas[i] >= VisibleArea).Select(bleed => bleed.Subtype).ToHashSet();
        foreach (var subtype in BleedFactory.Subtypes)
            rows.Append(CultureInfo.InvariantCulture, $"{id}_{subtype},{(visible.Contains(subtype) ? 1 : 0)}\n");
        rows.Append(CultureInfo.InvariantCulture, $"{id}_any,{(visible.Count > 0 ? 1 : 0)}\n");
    }

    private static string Identity(RandomStream random) => "ID_" + random.NextBits().ToString("x16", CultureInfo.InvariantCulture)[..9];
}
