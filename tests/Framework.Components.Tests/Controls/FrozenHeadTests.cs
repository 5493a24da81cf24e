using Framework.Components.Controls;
using Framework.Components.Models;
using Framework.Components.Tests.Data;
using Framework.Components.Tests.Training;
using TorchSharp;

namespace Framework.Components.Tests.Controls;

/// <summary>A regression on the features of a network that is not trained.</summary>
[Collection(nameof(OneAtATime))]
public sealed class FrozenHeadTests
{
    private const double C = 0.05;

    public FrozenHeadTests() => torch.set_num_threads(1);

    [Fact]
    public void Fit_FrozenFeatures_IsTheMinimumOnScaledTrainingFeatures()
    {
        var (context, trainer) = (Context(), Trainer());
        using var predictor = trainer.Fit(context, CancellationToken.None);
        var fitted = predictor.Predict(context.Train, CancellationToken.None);

        // The same features, from a network that nobody fitted.
        using var frozen = SupervisedTrainerTests.Trainer(SupervisedTrainerTests.Options with { Features = true }).Fit(context with { Fitting = false, Checkpoints = new MemoryStore() }, CancellationToken.None);
        var rows = frozen.Predict(context.Train, CancellationToken.None).Features!;
        for (var label = 0; label < 2; label++)
        {
            var residuals = Enumerable.Range(0, rows.Count).Select(row => fitted.Output(row, label) - fitted.Target(row, label)).ToArray();
            Assert.Equal(0, residuals.Sum(), 1e-7);
            // Half the squares of the coefficients against C times the log loss: -C sum(residual x) is each coefficient, and these give the log-odds again.
            var (means, scales) = Scale(rows);
            double[] coefficients = [.. means.Select((_, at) => -C * residuals.Select((residual, row) => residual * (rows[row][at] - means[at]) / scales[at]).Sum())];
            double Score(int row) => coefficients.Select((own, at) => own * (rows[row][at] - means[at]) / scales[at]).Sum();
            double LogOdds(int row) => Math.Log(fitted.Output(row, label) / (1 - fitted.Output(row, label)));
            for (var row = 1; row < rows.Count; row++)
                Assert.Equal(LogOdds(row) - LogOdds(0), Score(row) - Score(0), 1e-6);
        }
    }

    [Fact]
    public void Fit_Again_TakesWhatWasFittedAndGivesTheSameBits()
    {
        var store = new MemoryStore();
        double[] Outputs(TrainingContext context)
        {
            using var predictor = Trainer().Fit(context, CancellationToken.None);
            return predictor.Predict(context.Validate, CancellationToken.None).Outputs.ToArray();
        }

        var first = Outputs(Context() with { Checkpoints = store });
        var saved = store.Saved.Count;
        Assert.Equal(first, Outputs(Context() with { Checkpoints = store }));
        Assert.Equal(saved, store.Saved.Count);
        Assert.True(Evaluation.Table.Single(new Components.Evaluation.Auroc(new()), new Predictions(Cohort.Labels, [.. Context().Validate.Cases.Select(item => PredictedCase.Of(item, 0))], [.. Context().Validate.Cases.SelectMany(item => item.Labels)], first), null).Value > 0.7);
    }

    private static ITrainer Trainer()
    {
        var recipe = Recipes.Of(Cohort.Cases(40), Cohort.Cases(60)[40..]) with { Model = new Loaded(), Trainer = SupervisedTrainerTests.Trainer(SupervisedTrainerTests.Options) };
        return new FrozenControl(new FrozenOptions { Head = FrozenHead.Fit, InverseRegularisation = C }).Apply(recipe, new RandomStream(1)).Trainer;
    }

    private static TrainingContext Context() => SupervisedTrainerTests.Context() with { Model = new Loaded() };

    private static (double[] Means, double[] Scales) Scale(IReadOnlyList<float[]> rows)
    {
        double[] means = [.. Enumerable.Range(0, rows[0].Length).Select(at => rows.Average(row => (double)row[at]))];
        double[] scales = [.. means.Select((mean, at) => Math.Sqrt(rows.Average(row => (row[at] - mean) * (row[at] - mean)))).Select(scale => scale > 0 ? scale : 1)];
        return (means, scales);
    }

    /// <summary>Random weights that call themselves pretrained.</summary>
    private sealed class Loaded : IModelFactory
    {
        private readonly ResNetFactory _network = new(new ResNetOptions { Depth = 18, Width = 4 });

        public bool IsPretrained => true;

        public IModel Create(ModelContext context) => _network.Create(context);
    }
}
