using Framework.Components.Evaluation;
using Framework.Components.Training;
using Framework.Components.Tests.Data;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>Which epoch predicts, and when training stops.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SelectionTests
{
    public SelectionTests() => torch.set_num_threads(1);

    // Two epochs' patience: 3 is no better than 2 by more than 0.5, nor are 2.4 and NaN.
    [Theory]
    [InlineData(false, 1.0, 0.4)]
    [InlineData(false, 1.0, 0.4, 0.3)]
    [InlineData(true, 1.0, 0.6, double.NaN)]
    [InlineData(true, double.NaN, double.NaN)]
    [InlineData(false, double.NaN, 5.0, double.NaN)]
    [InlineData(true, 1.0, 0.9, 0.8)]
    public void Ends_LowerIsBetter_CountsEpochsThatWereNoBetter(bool expected, params double[] scores) =>
        Assert.Equal(expected, new EarlyStopping { Patience = 2, MinDelta = 0.5 }.Ends(new ScoreHistory(scores, HigherIsBetter: false)));

    [Fact]
    public void Fit_SelectByMetric_PredictsWithTheEpochThatScoredBest()
    {
        var (log, options) = (new ListLog(), Options with { Epochs = 6, Select = new Selection { Metric = new Auroc(new()), Label = "b" } });
        using var predictor = Trainer(options).Fit(Context() with { Log = log }, CancellationToken.None);

        var scores = log.Events.Where(item => item.Kind == "epoch").Select(item => item.Values["validate_auroc"]).ToArray();
        Assert.Equal(Array.IndexOf(scores, scores.Max()), log.Events[^1].Values["best_epoch"]);
        var again = Evaluation.Table.Single(new Auroc(new()), predictor.Predict(Context().Validate, CancellationToken.None), "b");
        Assert.Equal(scores.Max(), again.Value);
    }

    [Fact]
    public void Fit_MetricUndefinedAfterSomeEpochs_NeverSelectsThem()
    {
        var log = new ListLog();
        Outputs(Context() with { Log = log }, Options with { Epochs = 4, Select = new Selection { Metric = new Scripted(0.5, double.NaN, 0.9, double.NaN, 0.7) } });

        // The first figure is that of the trial before training.
        Assert.Equal([-1, 1, 1, 1], log.Events.Where(item => item.Kind == "epoch").Select(item => item.Values["best_epoch"]));
    }

    [Fact]
    public void Fit_MetricUndefinedAfterEveryEpoch_Fails()
    {
        var options = Options with { Epochs = 2, Select = new Selection { Metric = new Scripted(0.5, double.NaN, double.NaN) } };
        var error = Assert.Throws<TrainingException>(() => Trainer(options).Fit(Context(), CancellationToken.None));

        Assert.Equal("classify.2.0: 'scripted', by which an epoch was to be selected, is defined after none of the 2. Select by another metric, or give validation more cases.", error.Message);
    }

    [Fact]
    public void Try_MetricThatIsNotDefinedOnValidation_SaysSoBeforeTheTraining()
    {
        var validate = new Cohort().Set([.. Cohort.Cases(60)[40..].Where(item => item.Labels[0] == 1)]);
        var options = Options with { Select = new Selection { Metric = new Auroc(new()), Label = "a" } };
        var error = Assert.Throws<TrainingException>(() => Trainer(options).Try(Context() with { Validate = validate }));

        Assert.Equal("classify.2.0: 'select' goes by 'auroc' of 'a', which is not defined on the 10 validation cases, whatever the network says. Select by another metric or label, or give validation more cases.", error.Message);
    }

    [Theory]
    [InlineData("z", "'select' goes by the label 'z', for which 'auroc' has no figure. It has one for ")]
    [InlineData(null, "'select' of 'supervised' compares epochs on the validation part, and there is none. Give the split a 'validate' share, or leave it out.")]
    public void Try_SelectionThatCannotBe_SaysWhatToDo(string? label, string message)
    {
        var context = label is null ? Context() with { Validate = new Cohort().Set([]) } : Context();
        var error = Assert.Throws<ExperimentException>(() => Trainer(Options with { Select = new Selection { Metric = new Auroc(new()), Label = label } }).Try(context));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_EarlyStopping_EndsAfterPatienceAndSaysSo()
    {
        var log = new ListLog();
        Outputs(Context() with { Log = log }, Options with
        {
            Epochs = 30, Select = new Selection { Metric = new Scripted(0.5, 0.6, 0.7, 0.65, 0.7, 0.9) }, EarlyStopping = new EarlyStopping { Patience = 2 },
        });

        Assert.Equal(4, log.Events.Count(item => item.Kind == "epoch"));
        Assert.Equal((1, 1), (log.Events[^1].Values["best_epoch"], log.Events[^1].Values["stopped_early"]));
    }

    // 40 cases in batches of 8: 5 steps an epoch.
    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(7, 2)]
    public void Fit_Steps_EndsWithTheStepAndClosesItsEpoch(int steps, int epochs)
    {
        var log = new ListLog();
        Outputs(Context() with { Log = log }, Options with { Epochs = null, Steps = steps });

        Assert.Equal((steps, epochs), ((int)log.Events[^1].Step, log.Events.Count(item => item.Kind == "epoch")));
    }

    /// <summary>Gives one figure after the other.</summary>
    private sealed class Scripted(params double[] figures) : IMetric
    {
        private int _at;

        public IReadOnlyList<MetricValue> Compute(Predictions predictions) =>
            [new MetricValue { Name = "scripted", Value = figures[_at++], Count = 1, Subjects = 1, HigherIsBetter = true }];
    }
}
