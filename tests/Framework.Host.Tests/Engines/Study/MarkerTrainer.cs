using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Marks every pixel with the remainder of its value by 7, and finds one object whose score follows from the case and from how many cases it was fitted on.</summary>
public sealed class MarkerTrainer : ITrainer
{
    public bool GivesFindings => true;

    private const string FileName = "count.txt";

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => new Marker(context, context.Train.Cases.Count);

    public IPredictor Restore(TrainingContext context)
    {
        using var reader = new StreamReader(context.Checkpoints.Open(FileName)!);
        return new Marker(context, int.Parse(reader.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Try(TrainingContext context)
    {
    }

    private sealed class Marker(TrainingContext context, int count) : IPredictor
    {
        public Predictions Predict(SampleSet samples, CancellationToken cancellation)
        {
            using var workspace = new SampleWorkspace();
            var findings = samples.Cases.Select(item => Find(item, samples.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image, workspace)).ToList();
            return new(["odd"], [.. samples.Cases.Select(item => PredictedCase.Of(item, 0))], [.. samples.Cases.SelectMany(item => item.Labels)], [.. findings.Select(own => own.Found[0].Score)])
            {
                Findings = findings,
                Features = [.. findings.Select(own => new[] { (float)own.Found[0].Score, (float)Math.Sin(count) })],
            };
        }

        public void Save(ICheckpointStore files) => files.Save(FileName, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes($"{count}")));

        public void Dispose()
        {
        }

        private CaseFindings Find(Case item, Image scan, SampleWorkspace workspace)
        {
            var map = workspace.Allocate(scan.Shape, scan);
            for (var i = 0; i < map.Length; i++)
                map.Pixels[i] = Math.Abs((int)scan.Pixels[i]) % 7;
            var kept = context.Masks?.Save(item, map);
            var spot = new CaseObject("spot", 1 / (1 + Math.Exp(-Math.Sin(scan.Pixels[0]) / count)), new VoxelBox(new VoxelPoint(0, 0, 0), new VoxelPoint(1, 1, 1)));
            return new CaseFindings { Grid = VoxelGrid.Of(scan), Classes = ["spot"], Found = [spot], Truths = context.HasTruths ? [spot with { Score = 1 }] : null, MaskFile = kept?.File, MaskHash = kept?.Hash };
        }
    }
}
