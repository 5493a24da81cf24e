using System.Globalization;
using Framework.Components.Data.Tables;
using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;
using Framework.Plugins.DeepSpine.Reports;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>
/// Lumbar examinations: a sagittal and an axial T2-weighted series each as DICOM files, masks of the vertebral bodies and the sacrum, label maps of the named discs (L1-L2 is 1, L5-S1 is 5), and a
/// report in words.
/// <c>studies.csv</c> has a row for each examination with its report, <c>levels.csv</c> one for each disc with the labels that <c>deepspine.report-labels</c>
/// reads from the report, <c>truth.csv</c> what there is in truth and where each disc lies (RAS+ millimetres).
/// </summary>
public sealed class DeepSpinePhantom(DeepSpinePhantomOptions options) : IPhantom
{
    private const double SagittalView = 224;
    private const double AxialView = 96;

    /// <inheritdoc />
    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        foreach (var folder in new[] { "vertebrae", "discs" })
            Directory.CreateDirectory(Path.Combine(request.Folder, folder));
        var root = new RandomStream(request.Seed).Derive("deepspine");
        var studies = new IReadOnlyList<string>[request.Cases];
        var truths = new IReadOnlyList<IReadOnlyList<string>>[request.Cases];
        Parallel.For(0, request.Cases, new ParallelOptions { CancellationToken = cancellation }, i => (studies[i], truths[i]) = WriteStudy(root.Derive(i), i, request.Folder));
        string[] columns = ["study", "patient", "scanner", "sagittal", "axial", "vertebrae", "discs"];
        WriteTable(request.Folder, "studies.csv", [.. columns, "report"], studies);
        var labels = new ReportLabels(new ReportLabelsOptions { Keep = columns }).Make(new IndexTable("studies.csv", [.. columns, "report"], studies))[0];
        WriteTable(request.Folder, "levels.csv", labels.Columns, labels.Rows);
        WriteTable(request.Folder, "truth.csv", ["study", "level", .. Conditions.All.Select(condition => condition.Column()), "x", "y", "z"], truths.SelectMany(rows => rows));
    }

    private (IReadOnlyList<string> Study, IReadOnlyList<IReadOnlyList<string>> Truth) WriteStudy(RandomStream random, int number, string folder)
    {
        var study = string.Create(CultureInfo.InvariantCulture, $"S{number + 1:0000}");
        DiscFindings[] findings = [.. Enumerable.Range(0, DiscLevel.Count).Select(level => DiscFindings.Draw(random.Derive("findings").Derive(level), level, options.Prevalence))];
        var spine = new Spine(random.Derive("spine"), findings);
        var scanner = MrScanner.Two[random.Derive("scanner").Next(MrScanner.Two.Count)];
        var scan = new MrScan(spine, scanner, "P" + study[1..], random);
        var (sagittal, axial) = Protocol(spine, random.Derive("view"));
        scan.Write(Path.Combine(folder, study), sagittal);
        scan.Write(Path.Combine(folder, study), axial);
        MrScan.WriteMask(Path.Combine(folder, "vertebrae", $"{study}.nii.gz"), sagittal, spine.ClassOf);
        MrScan.WriteMask(Path.Combine(folder, "discs", $"{study}.nii.gz"), sagittal, spine.LevelOf);
        var report = new PhantomReport(findings, options.Mentioned, random.Derive("report")).Text;
        return ([study, "P" + study[1..], scanner.Model, study, study, $"vertebrae/{study}.nii.gz", $"discs/{study}.nii.gz", report], [.. findings.Select((found, level) => Truth(study, level, found, spine.Disc(level)))]);
    }

    // The axial series covers the discs; the sagittal one ends above the sacrum now and then.
    private (MrSeries Sagittal, MrSeries Axial) Protocol(Spine spine, RandomStream random)
    {
        var isShort = random.Chance(options.WithoutSacrum);
        var lowest = spine.Disc(DiscLevel.Count - 1);
        var middle = spine.Disc(2);
        var centre = new Point(random.Uniform(-1, 1), middle.Y + 12, isShort ? lowest.Z + (SagittalView / 2) - 1 : middle.Z - 12);
        var sagittal = new MrSeries
        {
            Number = 1,
            Description = "SAG T2",
            Plane = MrPlane.Sagittal,
            Size = (int)Math.Round(SagittalView / options.SagittalPixel),
            Slices = (2 * (int)Math.Round(26 / options.SliceSpacing)) + 1,
            Pixel = options.SagittalPixel,
            Spacing = options.SliceSpacing,
            Centre = centre,
            HasContrast = false,
        };
        var (top, bottom) = (spine.Disc(0).Z + 15, lowest.Z - 15);
        return (sagittal, sagittal with
        {
            Number = 2,
            Description = "AX T2",
            Plane = MrPlane.Axial,
            Size = (int)Math.Round(AxialView / options.AxialPixel),
            Slices = (int)Math.Ceiling((top - bottom) / options.SliceSpacing) + 1,
            Pixel = options.AxialPixel,
            Centre = new Point(centre.X, middle.Y + 14, (top + bottom) / 2),
        });
    }

    private static IReadOnlyList<string> Truth(string study, int level, DiscFindings found, Point disc) =>
        [study, DiscLevel.Names[level], .. Conditions.All.Select(condition => condition.Words()[found[condition]]), Text(-disc.X), Text(-disc.Y), Text(disc.Z)];

    private static string Text(double millimetres) => millimetres.ToString("0.00", CultureInfo.InvariantCulture);

    private static void WriteTable(string folder, string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        File.WriteAllText(Path.Combine(folder, name), CsvWriter.Table(columns, rows));
}
