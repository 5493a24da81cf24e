using System.Runtime.InteropServices;
using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>What a detector found, on the scans' own grids, beside what there is.</summary>
internal sealed class ObjectReading(ObjectOptions options, TrainingContext context) : OutputReading
{
    private const int Corners = 4;
    private readonly SampleObjects _truth = new(options);

    public override void Check(Batch batch, ModelOutput output)
    {
        if (output.Objects is null)
            throw new ExperimentException("'supervised' with 'objects' needs a model that finds objects, such as mask-rcnn; this one does not. Use such a model, or leave 'objects' out.");
    }

    public override IReadOnlyList<PredictedRow> Read(Batch batch, ModelOutput output, SamplePipeline pipeline)
    {
        var found = output.Objects!.Select(objects => objects.To(torch.CPU)).ToList();
        var scans = new ScanView(pipeline);
        return EachCase(batch, row => Read(batch.Cases[row], batch.Grids![row], found[row], scans));
    }

    private PredictedRow Read(Case item, VoxelGrid seen, ImageObjects found, ScanView scans)
    {
        using var workspace = new SampleWorkspace();
        var scan = scans.Load(item, seen, workspace);
        var grid = VoxelGrid.Of(scan.Image);
        CaseObject[] findings = [.. Findings(options.Classes, found, seen, grid).OrderByDescending(finding => finding.Score)];
        var highest = options.Classes.Select(name => findings.Where(finding => finding.Class == name).Select(finding => finding.Score).DefaultIfEmpty(0).Max()).ToArray();
        return new PredictedRow(ClassLabels.Outputs(context.Labels, options.Classes, highest), new CaseFindings
        {
            Grid = grid, Classes = options.Classes, Truths = context.HasTruths ? _truth.Of(scan).ToTruths(options.Classes) : null, Found = findings,
        });
    }

    private static List<CaseObject> Findings(IReadOnlyList<string> names, ImageObjects found, VoxelGrid seen, VoxelGrid grid)
    {
        using var scope = torch.NewDisposeScope();
        var boxes = found.Boxes.contiguous().data<float>().ToArray();
        var classes = found.Classes.contiguous().data<long>().ToArray();
        var scores = found.Scores!.contiguous().data<float>().ToArray();
        var masks = found.Masks?.to(torch.ScalarType.Float32).contiguous();
        var findings = new List<CaseObject>();
        for (var i = 0; i < classes.Length; i++)
        {
            var corners = boxes.AsSpan(Corners * i, Corners);
            var box = new VoxelBox(new VoxelPoint(corners[0], corners[1], 0), new VoxelPoint(corners[2], corners[3], 1));
            // Off the scan, where padding was, there is nothing to be found.
            if (Box.From("", box, seen.Geometry).On(grid) is not { } place)
                continue;
            findings.Add(new CaseObject(names[(int)classes[i] - 1], scores[i], place)
            {
                Mask = masks is null ? null : OnScan(MemoryMarshal.Cast<byte, float>(masks.bytes).Slice(i * seen.Width * seen.Height, seen.Width * seen.Height), seen, grid),
            });
        }

        return findings;
    }

    private static RunLengthMask OnScan(ReadOnlySpan<float> mask, VoxelGrid seen, VoxelGrid grid)
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate(seen.Shape(1), geometry: seen.Geometry);
        mask.CopyTo(image.Pixels);
        return RunLengthMask.Of(SpatialTransforms.ReturnToGrid(image, grid, workspace).Pixels);
    }
}
