using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>A network with the loss whose probabilities it gives.</summary>
internal sealed class SupervisedPredictor(TrainingContext context, SupervisedOptions options, Network network) : IExplainable
{
    private readonly ILoss _loss = options.Loss.Create(TrainingRun.LossOf(context));

    public Predictions Predict(SampleSet samples, CancellationToken cancellation)
    {
        using var switches = EngineSwitches.Begin(options, context.Device);
        network.Model.Module.eval();
        using var noGradient = torch.no_grad();
        using var loader = new BatchLoader(samples, network.Loader);
        var outputs = new List<double>(samples.Cases.Count * context.Labels.Count);
        foreach (var batch in loader.Read(LoaderPass.Evaluation(samples.Cases.Count), cancellation))
        {
            using (batch)
                outputs.AddRange(Probabilities(batch));
        }

        return new Predictions(
            context.Labels,
            [.. samples.Cases.Select(item => new PredictedCase(item.Id, item.Subject, item.Site, context.Fold))],
            [.. samples.Cases.SelectMany(item => item.Labels)],
            [.. outputs])
        {
            Groups = context.Groups,
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

    public void Dispose()
    {
        _loss.Dispose();
        network.Dispose();
    }

    private double[] Probabilities(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        return PredictedRows.Of(_loss.Probabilities(network.Forward(network.Move(batch))), batch.Cases.Count, context.Labels.Count);
    }
}
