using Framework.Components.Evaluation;
using Framework.Components.Models;
using Framework.Components.Tests.Data;
using Framework.Components.Tests.Training;
using Framework.Components.Training.Checkpoints;
using Framework.Components.Training.Losses;
using TorchSharp;

namespace Framework.Components.Tests.Models;

[Collection(nameof(OneAtATime))]
public sealed class LogisticRegressionTrainerTests
{
    [Fact]
    public void Fit_ImagesThatShowTheirLabels_LearnsThem()
    {
        using var predictor = Trainer().Fit(Context(), CancellationToken.None);

        var predictions = predictor.Predict(new Cohort(4).Set(Cohort.Cases(120)[60..]), CancellationToken.None);
        Assert.True(Evaluation.Table.Single(new Auroc(new()), predictions, null).Value > 0.98);
        Assert.Equal(("case60", 2), (predictions.Rows[0].Case, predictions.Rows[0].Fold));
    }

    [Fact]
    public void Fit_MissingLabels_AreLeftOutOfTheirOwnLabelOnly()
    {
        var all = Cohort.Cases(60);
        // Negatives only: their images stay as they are without the label.
        Case[] some = [.. all.Select((item, i) => i >= 40 && item.Labels[0] == 0 ? item with { Labels = [double.NaN, item.Labels[1]] } : item)];
        Case[] known = [.. some.Where(item => !double.IsNaN(item.Labels[0]))];

        var (partly, without, whole) = (Outputs(Context(some)), Outputs(Context(known)), Outputs(Context(all)));

        Assert.Equal(50, known.Length);
        Assert.Equal(Column(without, 0), Column(partly, 0));
        Assert.Equal(Column(whole, 1), Column(partly, 1));
    }

    [Fact]
    public void Fit_AnyNumberOfLoaderThreads_GivesTheSameBits() => Assert.Equal(Outputs(Context()), Outputs(Context() with { LoaderThreads = 4 }));

    [Fact]
    public void Fit_Again_TakesTheCoefficientsOfTheCheckpoint()
    {
        var store = new MemoryStore();
        var straight = Outputs(Context() with { Checkpoints = store });
        using (var content = SafeTensors.Read(new MemoryStream(store.Files["checkpoint.safetensors"]), "checkpoint"))
            Assert.Equal([2, 16], content.Tensors["coefficients"].shape);

        Assert.Equal(straight, Outputs(Context() with { Checkpoints = store }));
        Assert.Single(store.Saved);
        var error = Assert.Throws<TrainingException>(() => Outputs(Context() with { Checkpoints = store }, new() { InverseRegularisation = 2 }));
        Assert.Equal("checkpoint.safetensors: it belongs to a run of other cases, seed or options. Start over in a new run folder.", error.Message);
    }

    [Fact]
    public void Fit_BalancedWeights_MoveTheMeanProbabilityToOneHalf()
    {
        Case[] few = [.. Cohort.Cases(200).Where((item, i) => item.Labels[0] < 0.5 || i % 10 == 1)];

        double Mean(string weights) => Column(Outputs(Context(few), new() { InverseRegularisation = 1e-6, PosWeight = PositiveWeight.Parse(weights) }, few), 0).Average();

        Assert.InRange(Mean("none"), 0.16, 0.17); // 20 of 120
        Assert.InRange(Mean("balanced"), 0.499, 0.501);
    }

    [Fact]
    public void Fit_NotFitted_GivesOneHalfAndWritesNothing()
    {
        var store = new MemoryStore();

        Assert.All(Outputs(Context() with { Fitting = false, Checkpoints = store }), output => Assert.Equal(0.5, output));
        Assert.Empty(store.Saved);
    }

    [Fact]
    public void Fit_LabelOfOneClass_IsRefusedWithItsName()
    {
        Case[] cases = [.. Cohort.Cases(8).Select(item => item with { Labels = [item.Labels[0], 1] })];
        const string Message = "ensemble.2.0: 'b' has 8 positive and 0 negative cases to train on, and a regression needs both. Leave the label out, or use more cases.";

        Assert.Equal(Message, Assert.Throws<TrainingException>(() => Outputs(Context(cases))).Message);
        Assert.Equal(Message, Assert.Throws<TrainingException>(() => Trainer().Try(Context(cases))).Message);
    }

    [Fact]
    public void Fit_ManyFeatures_IsRefusedWithTheirNumber()
    {
        var error = Assert.Throws<TrainingException>(() => Outputs(Context() with { Train = new Cohort(50).Set(Cohort.Cases(8)) }));

        Assert.Equal(
            "ensemble.2.0: 'logistic-regression' got 2,500 features a case (images 1 x 50 x 50), and takes at most 2,000. "
                + "Reduce the images in 'transforms', or give it the outputs of another stage.",
            error.Message);
    }

    [Fact]
    public void Fit_BalancedWeights_ComeFromTheTrainingPartAlone()
    {
        var balanced = new LogisticRegressionOptions { PosWeight = PositiveWeight.Parse("balanced") };
        Case[] positives = [.. Cohort.Cases(200).Where(item => item.Labels[0] > 0.5)];

        Assert.Equal(Outputs(Context(), balanced), Outputs(Context() with { Validate = new Cohort(4).Set(positives) }, balanced));
        Assert.NotEqual(Outputs(Context(), balanced), Outputs(Context([.. Cohort.Cases(60), .. positives[40..]]), balanced));
    }

    [Fact]
    public void Fit_FeatureThatIsNoNumber_IsRefusedWithItsCase()
    {
        var set = new Cohort(4).Set(Cohort.Cases(8), new TransformStep("spoil", new Spoil()));

        var error = Assert.Throws<DataFormatException>(() => Outputs(Context() with { Train = set }));

        Assert.Equal("ensemble.2.0: case 'case5': feature 3 is NaN, and must be a finite number. Look at this case's values and at the transforms.", error.Message);
    }

    private static TrainingContext Context(Case[]? cases = null) =>
        SupervisedTrainerTests.Context() with { Unit = "ensemble.2.0", Model = null, Train = new Cohort(4).Set(cases ?? Cohort.Cases(60)), Device = torch.CPU };

    private static LogisticRegressionTrainer Trainer(LogisticRegressionOptions? options = null) => new(options ?? new());

    private static double[] Outputs(TrainingContext context, LogisticRegressionOptions? options = null, Case[]? cases = null)
    {
        using var predictor = Trainer(options).Fit(context, CancellationToken.None);
        return predictor.Predict(new Cohort(4).Set(cases ?? Cohort.Cases(80)[60..]), CancellationToken.None).Outputs.ToArray();
    }

    private static double[] Column(double[] outputs, int label) => [.. outputs.Where((_, i) => i % 2 == label)];

    private sealed class Spoil : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context)
        {
            if (sample.Case.Id != "case5")
                return sample;
            var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
            sample.Image.Pixels.CopyTo(image.Pixels);
            image.Pixels[3] = float.NaN;
            return sample.With(image);
        }
    }
}
