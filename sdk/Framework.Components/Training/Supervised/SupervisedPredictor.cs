using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>A network with the loss whose probabilities it gives.</summary>
internal sealed class SupervisedPredictor(TrainingContext context, SupervisedOptions options, Network network) : IExplainable
{
    private readonly ILoss _loss = options.Loss.Create(network.LossContext);

    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        using var span = WorkSpan.Begin("predict");
        using var switches = EngineSwitches.Begin(options, context.Device);
        using var noGradient = torch.no_grad();
        var joined = JoinedParts.Of(samples, options);
        // What there is in truth is read from the scan itself, not from what the network sees of it.
        using var loader = new BatchLoader(joined, network.EvaluationLoader with { Masks = null, Objects = null });
        var reading = OutputReading.Of(options, context, _loss);
        var read = new List<PredictedRow>(samples.Cases.Count);
        foreach (var batch in loader.Read(LoaderPass.WholeBatches(joined.Cases.Count, network.EvaluationLoader.BatchSize), cancellation))
        {
            using (batch)
                read.AddRange(Read(reading, batch, samples.Pipeline));
        }

        var rows = InOrder(samples.Cases, JoinedParts.Members(joined.Cases), read);

        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => PredictedCase.Of(item, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. rows.Take(samples.Cases.Count).SelectMany(row => row.Outputs)])
        {
            Groups = context.Groups,
            Features = options.Features ? [.. rows.Take(samples.Cases.Count).Select(row => row.Features!)] : null,
            Findings = rows.Count > 0 && rows.All(row => row.Findings is not null) ? [.. rows.Take(samples.Cases.Count).Select(row => row.Findings!)] : null,
        };
    }

    torch.nn.Module IExplainable.Network => network.Model.Module;

    public torch.Device Device => context.Device;

    public torch.Tensor Score(torch.Tensor image, int label, ExplainedScore score)
    {
        using var switches = EngineSwitches.Begin(options, context.Device);
        network.Model.Module.eval();
        using var scope = torch.NewDisposeScope();
        var batch = new Batch([], image, torch.empty([image.shape[0], 0]));
        var output = network.Forward(network.Move(batch, moved => moved.Image));
        return ExplainedOutput.Of(output, _loss, score, context.Labels.Count).select(1, label).MoveToOuterDisposeScope();
    }

    public void Save(ICheckpointStore files) => SavedNetwork.Save(files, network);

    // Rows are told in the order of the cases, whatever they were joined into.
    private static List<PredictedRow> InOrder(IReadOnlyList<Case> cases, IReadOnlyList<Case> predicted, List<PredictedRow> rows)
    {
        if (ReferenceEquals(cases, predicted))
            return rows;
        var places = predicted.Select((item, at) => (item.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);
        return [.. cases.Select(item => rows[places[item.Id]])];
    }

    public void Dispose()
    {
        _loss.Dispose();
        network.Dispose();
    }

    private IReadOnlyList<PredictedRow> Read(OutputReading reading, Batch batch, SamplePipeline pipeline)
    {
        using var scope = torch.NewDisposeScope();
        return reading.Read(batch, network.Infer(network.Move(batch)), pipeline);
    }
}
