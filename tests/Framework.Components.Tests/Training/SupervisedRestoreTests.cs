using Framework.Components.Models;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using TorchSharp;

namespace Framework.Components.Tests.Training;

[Collection(nameof(OneAtATime))]
public sealed class SupervisedRestoreTests
{
    private static readonly Case[] Tested = Cohort.Cases(80)[40..61];

    public SupervisedRestoreTests() => torch.set_num_threads(1);

    [Fact]
    public void Restore_WithoutAnyTrainingCase_PredictsTheSameBits()
    {
        var (trainer, context, expected, files) = Fitted();
        var bare = context with { Train = context.Train with { Cases = [] }, Validate = context.Validate with { Cases = [] }, Checkpoints = files };

        using var restored = trainer.Restore(bare);

        Assert.Equal(expected, Outputs(restored, Tested));
        Assert.Equal(["model.safetensors"], files.Files.Keys);
    }

    [Fact]
    public void Fit_FromAStart_BeginsWithItsWeightsAndGoesOn()
    {
        var (trainer, context, expected, files) = Fitted();
        var other = context with { Random = new RandomStream(99), Start = files, Checkpoints = new MemoryStore() };

        using var unmoved = trainer.Fit(other with { Fitting = false }, CancellationToken.None);
        using var moved = trainer.Fit(other, CancellationToken.None);

        Assert.Equal(expected, Outputs(unmoved, Tested));
        Assert.NotEqual(expected, Outputs(moved, Tested));
    }

    [Fact]
    public void Fit_FromAStartOfAnotherNetwork_IsRefused()
    {
        var (trainer, context, _, files) = Fitted();
        var other = context with { Model = new ResNetFactory(new ResNetOptions { Depth = 34, Width = 8 }), Start = files, Checkpoints = new MemoryStore() };

        Assert.Throws<DataFormatException>(() => trainer.Fit(other, CancellationToken.None));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1)] // the last one, which is alone in its batch among all
    [InlineData(7, 5)]
    public void Predict_InOtherCompany_GivesTheSameBits(int first, int count)
    {
        var (trainer, context, expected, files) = Fitted();
        using var restored = trainer.Restore(context with { Checkpoints = files });

        var width = context.Labels.Count;
        Assert.Equal(expected[(first * width)..((first + count) * width)], Outputs(restored, [.. Tested.Skip(first).Take(count)]));
    }

    [Fact]
    public void Restore_NothingSaved_SaysSo()
    {
        var error = Assert.Throws<DataFormatException>(() => SupervisedTrainerTests.Trainer(SupervisedTrainerTests.Options).Restore(Context() with { Checkpoints = new MemoryStore() }));

        Assert.Contains("there is no model.safetensors, which holds the weights that predict.", error.Message, StringComparison.Ordinal);
    }

    private static TrainingContext Context() => SupervisedTrainerTests.Context() with
    {
        Train = new Cohort(32).Set(Cohort.Cases(40)),
        Validate = new Cohort(32).Set(Cohort.Cases(60)[40..]),
        Model = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 8 }),
    };

    private static (SupervisedTrainer Trainer, TrainingContext Context, double[] Expected, MemoryStore Files) Fitted()
    {
        var trainer = SupervisedTrainerTests.Trainer(SupervisedTrainerTests.Options with { Epochs = 1 });
        var (context, files) = (Context(), new MemoryStore());
        using var predictor = trainer.Fit(context, CancellationToken.None);
        predictor.Save(files);
        return (trainer, context, Outputs(predictor, Tested), files);
    }

    private static double[] Outputs(IPredictor predictor, Case[] cases) => predictor.Predict(new Cohort(32).Set(cases), CancellationToken.None).Outputs.ToArray();
}
