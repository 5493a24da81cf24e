namespace Framework.Components.Training.Supervised;

/// <summary>Probabilities of labels.</summary>
internal sealed class LabelReading(ILoss loss, TrainingContext context) : OutputReading
{
    public override void Check(Batch batch, ModelOutput output) => Probabilities(batch, output);

    public override IReadOnlyList<PredictedRow> Read(Batch batch, ModelOutput output, SamplePipeline pipeline) =>
        [.. Probabilities(batch, output).Chunk(Math.Max(1, context.Labels.Count)).Select(row => new PredictedRow(row))];

    private double[] Probabilities(Batch batch, ModelOutput output) => PredictedRows.Of(loss.Probabilities(output), batch, context.Labels.Count);
}
