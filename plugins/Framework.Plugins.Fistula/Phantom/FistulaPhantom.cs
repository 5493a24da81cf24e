using System.Globalization;
using Framework.Components.Phantoms.Heads;
using Framework.Sdk;

namespace Framework.Plugins.Fistula.Phantom;

/// <summary>
/// Patients who had a myelogram for a suspected fistula: a sagittal T1-weighted series after contrast each as DICOM files, and <c>cohort.csv</c> with the
/// myelogram's outcome, the days between the examinations and the six measurements of the Bern score. <c>altered/</c> has, for each patient with a
/// fistula, a mask of the places that the signs changed: what a map of the network's attention can be held against.
/// </summary>
public sealed class FistulaPhantom(FistulaPhantomOptions options) : IPhantom
{
    private const string Header =
        "patient,mri,centre,scanner,field_strength,age,myelogram,slec,days,sinus_engorgement,pachymeningeal_enhancement,suprasellar_mm,subdural_fluid,prepontine_mm,mamillopontine_mm,altered\n";

    private const double Spread = 0.15;

    /// <inheritdoc />
    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(request.Folder, "altered"));
        var root = new RandomStream(request.Seed).Derive("fistula");
        var outcomes = Outcomes(root, request.Cases);
        var rows = new string[outcomes.Length];
        Parallel.For(0, outcomes.Length, new ParallelOptions { CancellationToken = cancellation }, i => rows[i] = WritePatient(root.Derive(i), i, outcomes[i], request.Folder));
        File.WriteAllText(Path.Combine(request.Folder, "cohort.csv"), Header + string.Concat(rows));
    }

    // The cases asked for have an outcome; those that the cohort leaves out come on top of them.
    private (string Myelogram, bool Slec)[] Outcomes(RandomStream root, int cases)
    {
        var positives = (int)Math.Round(options.Prevalence * cases);
        var excluded = (int)Math.Round(options.Excluded * cases);
        (string, bool)[] outcomes =
        [
            .. Enumerable.Range(0, cases).Select(i => (i < positives ? "definite" : "none", false)),
            .. Enumerable.Repeat(("indeterminate", false), excluded),
            .. Enumerable.Repeat(("none", true), excluded),
        ];
        root.Derive("outcomes").Shuffle(outcomes.AsSpan());
        return outcomes;
    }

    private string WritePatient(RandomStream random, int number, (string Myelogram, bool Slec) outcome, string folder)
    {
        var patient = string.Create(CultureInfo.InvariantCulture, $"F{number + 1:0000}");
        var range = outcome.Myelogram == "definite" || outcome.Slec ? options.Positive : options.Negative;
        var severity = random.Derive("severity").Uniform(range[0], range[1]);
        var signs = HypotensionSigns.Draw(severity, Spread, random.Derive("signs"));
        var head = new Head(random.Derive("head"), signs with { Dura = options.Meninges * signs.Dura, Fluid = options.Meninges * signs.Fluid });
        var scanner = MrScanner.Two[random.Derive("scanner").Next(MrScanner.Two.Count)];
        var series = new MrSeries
        {
            Number = 1,
            Description = "SAG T1 SPACE FS POST",
            Plane = MrPlane.Sagittal,
            Size = (int)Math.Round(250 / options.Voxel),
            Slices = (int)Math.Round(200 / options.Voxel),
            Pixel = options.Voxel,
            Spacing = options.Voxel,
        };
        var scan = new MrScan(head, scanner, patient, random);
        scan.Write(Path.Combine(folder, "mri", patient), series);
        var altered = outcome.Myelogram == "definite" ? $"altered/{patient}.nii.gz" : "";
        if (altered.Length > 0)
            scan.WriteDifference(Path.Combine(folder, altered), series, new Head(random.Derive("head"), HypotensionSigns.None));
        var facts = random.Derive("facts");
        return Row(
            patient, $"mri/{patient}", "centre", scanner.Model, scanner.FieldStrength, (int)Math.Clamp(54 + (15 * facts.Normal()), 18, 90),
            outcome.Myelogram, outcome.Slec, facts.Next(60), HeadMeasurements.Of(head, random.Derive("reader"), error: 1), altered);
    }

    private static string Row(
        string patient, string mri, string centre, string scanner, double field, int age, string myelogram, bool slec, int days, HeadMeasurements measured, string altered) =>
        string.Create(CultureInfo.InvariantCulture, $"{patient},{mri},{centre},{scanner},{field},{age},{myelogram},{Yes(slec)},{days},{Yes(measured.SinusEngorgement)},")
        + string.Create(CultureInfo.InvariantCulture, $"{Yes(measured.DuralEnhancement)},{measured.SuprasellarCistern:0.0},{Yes(measured.SubduralFluid)},")
        + string.Create(CultureInfo.InvariantCulture, $"{measured.PrepontineCistern:0.0},{measured.MamillopontineDistance:0.0},{altered}\n");

    private static string Yes(bool value) => value ? "yes" : "no";
}
