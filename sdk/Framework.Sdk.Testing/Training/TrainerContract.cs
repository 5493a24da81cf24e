using Framework.Sdk;
using TorchSharp;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every trainer promises: the same from the same seed, on from where it was stopped, the same model again from what it saved, and no look at the truth.</summary>
public abstract class TrainerContract
{
    /// <summary>Makes the trainer; with few steps, so that the facts take seconds.</summary>
    protected abstract ITrainer Create();

    /// <summary>Makes the network; null where the trainer needs none. Default: null.</summary>
    protected virtual IModelFactory? Model => null;

    /// <summary>The cohort. Default: 48 slices of 16 x 16 with a blob in every second one.</summary>
    protected virtual BlobSource Cohort => new();

    /// <summary>The least AUROC of the first label on unseen cases; 0 for a trainer that looks at no image. Default: 0.9.</summary>
    protected virtual double Learns => 0.9;

    /// <summary>How far outputs may differ between one case alone and among others. Default: 1e-5.</summary>
    protected virtual double Rounding => 1e-5;

    /// <summary>The same seed gives the same predictions.</summary>
    [Fact]
    public void Fit_SameSeed_PredictsTheSame() => Assert.True(
        Fitted(Context()).SequenceEqual(Fitted(Context())), "the same seed gives other predictions. Draw from the unit's stream, and seed libtorch from it before each step.");

    /// <summary>Stopped after a step and called again, it ends where it would have ended.</summary>
    [Fact]
    public void Fit_Interrupted_EndsWhereItWouldHaveEnded()
    {
        using var whole = new RecordedLog();
        var expected = Fitted(Context() with { Log = whole });
        if (whole.Steps < 2)
            return; // it is done at once: there is nothing to stop in between
        var checkpoints = new MemoryCheckpoints();
        using var stopping = new RecordedLog { StopAfter = whole.Steps / 2 };
        var thrown = Record.Exception(() => Create().Fit(Context() with { Log = stopping, Checkpoints = checkpoints }, stopping.Stop).Dispose());
        Assert.True(thrown is OperationCanceledException, $"asked to stop after step {whole.Steps / 2} of {whole.Steps}, it did not throw OperationCanceledException but {thrown?.GetType().Name ?? "went on"}.");
        Assert.True(checkpoints.Saves > 0, "asked to stop, it saved no checkpoint.");
        Assert.True(
            expected.SequenceEqual(Fitted(Context() with { Checkpoints = checkpoints })),
            "stopped and called again, it predicts otherwise than without the stop. A checkpoint holds weights, the optimizer's state, the step and the best epoch.");
    }

    /// <summary>What its predictor saved is enough to have the same predictions again.</summary>
    [Fact]
    public void Restore_WhatThePredictorSaved_PredictsTheSame()
    {
        var files = new MemoryCheckpoints();
        using var predictor = Create().Fit(Context(), CancellationToken.None);
        predictor.Save(files);
        using var restored = Create().Restore(Context() with { Train = Unseen([]), Validate = Unseen([]), Checkpoints = files });
        Assert.True(Outputs(predictor).SequenceEqual(Outputs(restored)), "the restored model predicts otherwise than the one that was saved. Save whatever depends on the training part.");
    }

    /// <summary>One row for each case, in order, with its own targets and outputs that are probabilities.</summary>
    [Fact]
    public void Predict_EveryCase_HasARowInOrder()
    {
        using var predictor = Create().Fit(Context(), CancellationToken.None);
        var cases = Test;
        var predictions = predictor.Predict(Unseen(cases), CancellationToken.None);
        Assert.True(predictions.Rows.Select(row => row.Case).SequenceEqual(cases.Select(item => item.Id)), "the rows are not the cases in their order.");
        Assert.True(predictions.Labels.SequenceEqual(Cohort.Labels), $"the columns are {string.Join(", ", predictions.Labels)}; the labels are {string.Join(", ", Cohort.Labels)}.");
        Assert.True(predictions.Targets.SequenceEqual(cases.SelectMany(item => item.Labels).ToArray()), "the targets are not the cases' labels.");
        foreach (var output in predictions.Outputs)
            Assert.True(output is >= 0 and <= 1, $"an output is {output}. Outputs are probabilities.");
    }

    /// <summary>Predictions follow from images, never from the labels of the cases that are predicted.</summary>
    [Fact]
    public void Predict_OtherTruths_GivesTheSameOutputs()
    {
        using var predictor = Create().Fit(Context(), CancellationToken.None);
        var turned = Test.Select(item => item with { Labels = [.. item.Labels.Select(label => 1 - label)] }).ToList();
        var (expected, actual) = (Outputs(predictor), predictor.Predict(Unseen(turned), CancellationToken.None).Outputs.ToArray());
        Assert.True(expected.SequenceEqual(actual), "the outputs change with the labels of the cases that are predicted: the truth leaks into the prediction.");
    }

    /// <summary>A case's outputs do not depend on who is predicted with it.</summary>
    [Fact]
    public void Predict_OneCase_GivesWhatItGivesAmongOthers()
    {
        using var predictor = Create().Fit(Context(), CancellationToken.None);
        var (among, alone) = (Outputs(predictor), predictor.Predict(Unseen([Test[0]]), CancellationToken.None).Outputs.ToArray());
        for (var label = 0; label < alone.Length; label++)
            Assert.True(Math.Abs(among[label] - alone[label]) <= Rounding, $"a case has the output {among[label]} among others and {alone[label]} alone.");
    }

    /// <summary>Images that show their labels are learnt.</summary>
    [Fact]
    public void Fit_ImagesThatShowTheirLabels_LearnsThem()
    {
        if (Learns <= 0)
            return;
        using var predictor = Create().Fit(Context(), CancellationToken.None);
        var (targets, outputs) = predictor.Predict(Unseen(Test), CancellationToken.None).Column(0);
        var auroc = Concordance(targets, outputs);
        Assert.True(auroc >= Learns, $"the AUROC of '{Cohort.Labels[0]}' on unseen cases is {auroc:0.###}, where a bright blob shows the label; expected at least {Learns}.");
    }

    /// <summary>Trying out writes nothing.</summary>
    [Fact]
    public void Try_Anything_WritesNothing()
    {
        using var log = new RecordedLog();
        var checkpoints = new MemoryCheckpoints();
        Create().Try(Context() with { Checkpoints = checkpoints, Log = log });
        Assert.True(checkpoints.Saves == 0 && log.Events.Count == 0, "trying out saved or logged something, which a run would take for its own.");
    }

    /// <summary>Asked not to fit, it writes no checkpoint and still predicts.</summary>
    [Fact]
    public void Fit_Untrained_WritesNothingAndPredicts()
    {
        var checkpoints = new MemoryCheckpoints();
        using var predictor = Create().Fit(Context() with { Fitting = false, Checkpoints = checkpoints }, CancellationToken.None);
        Assert.True(checkpoints.Saves == 0, "an untrained control saved a checkpoint.");
        Assert.True(Outputs(predictor).Length == Test.Count * Cohort.Labels.Count, "an untrained control does not predict every case.");
    }

    private IReadOnlyList<Case> Test => [.. Cohort.Cases.Skip(Cohort.Count * 3 / 4)];

    private TrainingContext Context() => new()
    {
        Unit = "contract.0.0",
        Train = Unseen([.. Cohort.Cases.Take(Cohort.Count / 2)]),
        Validate = Unseen([.. Cohort.Cases.Skip(Cohort.Count / 2).Take(Cohort.Count / 4)]),
        Labels = Cohort.Labels,
        Groups = Cohort.Groups,
        Model = Model,
        Device = torch.CPU,
        Random = new RandomStream(2019),
        LoaderThreads = 1,
        Checkpoints = new MemoryCheckpoints(),
        Log = new RecordedLog(),
    };

    private SampleSet Unseen(IReadOnlyList<Case> cases) => Cohort.Set(cases);

    private double[] Fitted(TrainingContext context)
    {
        using var predictor = Create().Fit(context, CancellationToken.None);
        return Outputs(predictor);
    }

    private double[] Outputs(IPredictor predictor) => predictor.Predict(Unseen(Test), CancellationToken.None).Outputs.ToArray();

    // The share of pairs of a positive and a negative that are in order; ties count half.
    private static double Concordance(double[] targets, double[] outputs)
    {
        var pairs = from positive in Enumerable.Range(0, targets.Length)
                    from negative in Enumerable.Range(0, targets.Length)
                    where targets[positive] > 0.5 && targets[negative] < 0.5
                    select outputs[positive].CompareTo(outputs[negative]);
        return pairs.Average(order => (order + 1) / 2.0);
    }
}
