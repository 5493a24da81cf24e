using System.Globalization;
using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;
using Framework.Sdk;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>
/// Susceptibility-weighted scans of patients with arteriolosclerosis, amyloid angiopathy and CADASIL at three centres: an axial series each as DICOM files, a label
/// volume with a number for each microbleed (<c>masks/</c>), <c>cohort.csv</c>, and <c>readers.csv</c> with calls of the third centre's scans, with and without assistance.
/// </summary>
public sealed class CmbCsvdPhantom(CmbCsvdPhantomOptions options) : IPhantom
{
    private const double FieldOfView = 200;
    private const double Height = 144;

    /// <inheritdoc />
    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(request.Folder, "masks"));
        var root = new RandomStream(request.Seed).Derive("cmb-csvd");
        var scans = Plan(root.Derive("plan"), request.Cases);
        var rows = new string[scans.Length];
        Parallel.For(0, scans.Length, new ParallelOptions { CancellationToken = cancellation }, i => rows[i] = WriteScan(root, scans[i], request.Folder));
        File.WriteAllText(Path.Combine(request.Folder, "cohort.csv"), "scan,patient,centre,folder,mask,disease,scanner,field_strength\n" + string.Concat(rows));
        ReaderCalls.Write(Path.Combine(request.Folder, "readers.csv"), scans.Where(scan => scan.Centre == Centre.Three[2]), root.Derive("readers"));
    }

    // Each centre has all diseases alike, so that none follows from the centre.
    private PlannedScan[] Plan(RandomStream random, int cases)
    {
        var (again, third) = ((int)Math.Round(options.Repeated * cases), (int)Math.Round(options.ThirdCentre * cases));
        var patients = Math.Max(1, cases - again);
        var scans = Enumerable.Range(0, patients).Select(i =>
        {
            var isThird = i >= patients - third;
            return new PlannedScan(i, i, 0, (Disease)((isThird ? i : i / 2) % 3), Centre.Three[isThird ? 2 : i % 2]);
        }).ToList();
        var seenAgain = scans.Where(scan => scan.Centre != Centre.Three[2]).ToArray();
        random.Shuffle(seenAgain.AsSpan());
        scans.AddRange(seenAgain.Take(cases - patients).Select((scan, i) => scan with { Number = patients + i, Visit = 1 }));
        return [.. scans];
    }

    private string WriteScan(RandomStream root, PlannedScan plan, string folder)
    {
        var patient = root.Derive("patient").Derive(plan.Patient);
        var visit = patient.Derive("visit").Derive(plan.Visit);
        var anatomy = new SwiAnatomy(patient.Derive("anatomy"));
        var pose = visit.Derive("pose");
        var angles = new Point(pose.Uniform(-0.1, 0.1), pose.Uniform(-0.1, 0.1), pose.Uniform(-0.1, 0.1));
        var offset = new Point(pose.Uniform(-4, 4), pose.Uniform(-4, 4), pose.Uniform(-4, 4));
        var lesions = Lesions.Draw(plan.Disease, anatomy, options, patient.Derive("lesions"));
        var head = new SwiHead(anatomy, lesions, plan.Centre, new HeadPose(offset, angles), options.SliceSpacing);
        var series = new MrSeries
        {
            Number = 1,
            Description = "AX SWI",
            Plane = MrPlane.Axial,
            Sequence = "GR",
            HasContrast = false,
            Size = options.MatrixSize,
            Pixel = FieldOfView / options.MatrixSize,
            Slices = (int)(Height / options.SliceSpacing),
            Spacing = options.SliceSpacing,
            Centre = new Point(0, 0, 2),
        };
        var scan = new MrScan(head, plan.Centre.Scanner, plan.PatientId, visit);
        scan.Write(Path.Combine(folder, "mri", plan.Id), series);
        MrScan.WriteMask(Path.Combine(folder, "masks", $"{plan.Id}.nii.gz"), series, at => head.LabelAt(at, series.Pixel));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Id},{plan.PatientId},{plan.Centre.Name},mri/{plan.Id},masks/{plan.Id}.nii.gz,{plan.Class},{plan.Centre.Scanner.Model},{plan.Centre.Scanner.FieldStrength}\n");
    }
}
