using System.Text.Json;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>
/// Finds an object, marks every pixel, and has a first feature of 1, in cases that it was fitted on, and finds nothing in any other: whoever reads a finding of it reads what a model said of its
/// own training cases. What there is in truth, an object in every case, stands beside it.
/// </summary>
public sealed class FinderTrainer : ITrainer
{
    private const string FileName = "known.json";

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => new Finder(context, [.. context.Train.Cases.Select(item => item.Id)]);

    public IPredictor Restore(TrainingContext context)
    {
        using var stream = context.Checkpoints.Open(FileName)!;
        return new Finder(context, JsonSerializer.Deserialize<HashSet<string>>(stream)!);
    }

    public void Try(TrainingContext context)
    {
    }

    public (CaseFindings Findings, Image? Mask)? StandIn(TrainingContext context, Case item, SampleWorkspace workspace)
    {
        var scan = context.Train.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image;
        return (Found(scan, isFound: true), Map(scan, 1, workspace));
    }

    public int FeatureCount(TrainingContext context) => 2;

    private static CaseFindings Found(Image scan, bool isFound)
    {
        var one = new CaseObject("spot", 1, new VoxelBox(new VoxelPoint(0, 0, 0), new VoxelPoint(1, 1, 1))) { Mask = new RunLengthMask([0, 1]) };
        return new CaseFindings { Grid = VoxelGrid.Of(scan), Classes = ["spot"], Found = isFound ? [one] : [], Truths = [one], Overlaps = [new ClassOverlap("spot", isFound ? scan.Length : 0, 1, 1)] };
    }

    private static Image Map(Image scan, float value, SampleWorkspace workspace)
    {
        var map = workspace.Allocate(scan.Shape, scan);
        map.Pixels.Fill(value);
        return map;
    }

    private sealed class Finder(TrainingContext context, HashSet<string> known) : IPredictor
    {
        public Predictions Predict(SampleSet samples, CancellationToken cancellation)
        {
            using var workspace = new SampleWorkspace();
            var findings = new List<CaseFindings>();
            foreach (var item in samples.Cases)
            {
                var scan = samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image;
                var kept = context.Masks?.Save(item, Map(scan, known.Contains(item.Id) ? 1 : 0, workspace));
                findings.Add(Found(scan, known.Contains(item.Id)) with { MaskFile = kept?.File, MaskHash = kept?.Hash });
            }

            return new(["odd"], [.. samples.Cases.Select(item => PredictedCase.Of(item, 0))], [.. samples.Cases.SelectMany(item => item.Labels)], [.. samples.Cases.Select(_ => 0.5)])
            {
                Findings = findings,
                Features = [.. samples.Cases.Select(item => new float[] { known.Contains(item.Id) ? 1 : 0, 7 })],
            };
        }

        public void Save(ICheckpointStore files) => files.Save(FileName, stream => JsonSerializer.Serialize(stream, known));

        public void Dispose()
        {
        }
    }
}
