using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class UnitRunnerTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Show_Moment_TellsEpochLossLearningRateAndThroughput()
    {
        var advance = UnitRunner.Show(new TrainingProgress(30, 120, 2, 0.51234, 12.34, 0.00025));

        Assert.Equal(new Advance(30, 120, "epoch 3, step 30 of 120, loss 0.5123, learning rate 0.00025, 12.3 cases/s"), advance);
    }

    [Fact]
    public void Run_OutputNotFinite_NamesUnitAndCase()
    {
        var error = Assert.Throws<TrainingException>(() => _bench.Run(With(outputs => outputs[1] = double.NaN)));

        Assert.Equal("guess.0.0: the output for case 'c004' is NaN. Training diverged: lower the learning rate.", error.Message);
        Assert.Equal(UnitState.Failed, _bench.Store.Find("latest").Units[0].Status!.State);
    }

    [Fact]
    public void Run_PredictorGivesOtherCases_BreaksItsContract()
    {
        var error = Assert.Throws<PluginException>(() => _bench.Run(With(_ => { }, rows => rows.Reverse())));

        Assert.Equal(
            "guess.0.0: the trainer predicted 6 cases of 'validate' where 6 were asked for, or in another order. A predictor gives one row for each case, in order.",
            error.Message);
    }

    [Fact]
    public void Run_UntrainedControl_DiffersFromTheUnitInTheTrainingOnly()
    {
        var run = _bench.Run(_bench.Load());

        Assert.Equal(20, UnitLog.Read(run.Units[0].Events).Count);
        Assert.Empty(UnitLog.Read(run.Units[1].Events));
        Assert.NotEqual(File.ReadAllText(run.Units[0].Predictions), File.ReadAllText(run.Units[1].Predictions));
    }

    private Experiment With(Action<double[]> change, Func<IEnumerable<PredictedCase>, IEnumerable<PredictedCase>>? order = null)
    {
        var experiment = _bench.Load();
        var stage = experiment.Stages[0];
        return experiment with { Stages = [stage with { Trainer = stage.Trainer with { Instance = new ChangingTrainer(stage.Trainer.Instance, change, order ?? (rows => rows)) } }] };
    }

    private sealed class ChangingTrainer(ITrainer trainer, Action<double[]> change, Func<IEnumerable<PredictedCase>, IEnumerable<PredictedCase>> order) : ITrainer, IPredictor
    {
        private IPredictor? _predictor;

        public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
        {
            _predictor = trainer.Fit(context, cancellation);
            return this;
        }

        public void Try(TrainingContext context) => trainer.Try(context);

        public Predictions Predict(SampleSet samples, CancellationToken cancellation)
        {
            var given = _predictor!.Predict(samples, cancellation);
            var outputs = given.Outputs.ToArray();
            change(outputs);
            return new Predictions(given.Labels, [.. order(given.Rows)], given.Targets.ToArray(), outputs);
        }

        public void Dispose() => _predictor?.Dispose();
    }
}
