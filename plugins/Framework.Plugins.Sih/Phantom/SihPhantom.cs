using System.Globalization;
using Framework.Components.Phantoms.Heads;
using Framework.Sdk;

namespace Framework.Plugins.Sih.Phantom;

/// <summary>
/// Examinations of heads with and without signs of intracranial hypotension on two MRI scanners: axial and coronal T1-weighted series after contrast as
/// DICOM files, one folder an examination, and <c>cohort.csv</c>.
/// </summary>
public sealed class SihPhantom(SihPhantomOptions options) : IPhantom
{
    private const double FieldOfView = 220;
    private const double Spread = 0.12;

    /// <inheritdoc />
    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.Folder);
        var root = new RandomStream(request.Seed).Derive("sih");
        var rows = new string[request.Cases];
        var positives = Positives(root, request.Cases);
        Parallel.For(0, request.Cases, new ParallelOptions { CancellationToken = cancellation }, i => rows[i] = WriteExamination(root.Derive(i), i, positives[i], request.Folder));
        File.WriteAllText(Path.Combine(request.Folder, "cohort.csv"), "examination,patient,folder,scanner,field_strength,group\n" + string.Concat(rows));
    }

    private bool[] Positives(RandomStream root, int cases)
    {
        var count = (int)Math.Round(options.Prevalence * cases);
        bool[] positives = [.. Enumerable.Range(0, cases).Select(i => i < count)];
        root.Derive("disease").Shuffle(positives.AsSpan());
        return positives;
    }

    private string WriteExamination(RandomStream random, int number, bool isPositive, string folder)
    {
        var examination = string.Create(CultureInfo.InvariantCulture, $"E{number + 1:0000}");
        var severity = isPositive ? random.Derive("severity").Uniform(options.Severity[0], options.Severity[1]) : 0;
        var head = new Head(random.Derive("head"), HypotensionSigns.Draw(severity, isPositive ? Spread : Spread / 2, random.Derive("signs")));
        var scanner = MrScanner.Two[random.Derive("scanner").Next(MrScanner.Two.Count)];
        var patient = "P" + examination[1..];
        var scan = new MrScan(head, scanner, patient, random);
        foreach (var series in Protocol())
            scan.Write(Path.Combine(folder, examination), series);
        return string.Create(CultureInfo.InvariantCulture, $"{examination},{patient},{examination},{scanner.Model},{scanner.FieldStrength},{(isPositive ? "case" : "control")}\n");
    }

    private IEnumerable<MrSeries> Protocol()
    {
        var axial = new MrSeries
        {
            Number = 1,
            Description = "T1 AX",
            Plane = MrPlane.Axial,
            Size = options.MatrixSize,
            Pixel = FieldOfView / options.MatrixSize,
            Slices = (int)(140 / options.SliceSpacing),
            Spacing = options.SliceSpacing,
            HasContrast = false,
        };
        if (options.WithPlainSeries)
            yield return axial;
        yield return axial with { Number = 2, Description = "T1 AX POST GD", HasContrast = true };
        yield return axial with { Number = 3, Description = "T1 COR POST GD", HasContrast = true, Plane = MrPlane.Coronal, Slices = (int)(180 / options.SliceSpacing) };
    }
}
