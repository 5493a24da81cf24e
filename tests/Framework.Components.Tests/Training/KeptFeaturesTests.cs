using Framework.Components.Data.Features;
using Framework.Components.Models;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Checkpoints;
using TorchSharp;

namespace Framework.Components.Tests.Training;

/// <summary>The feature vectors that a network leaves beside its outputs.</summary>
[Collection(nameof(OneAtATime))]
public sealed class KeptFeaturesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("features-test-").FullName;

    public KeptFeaturesTests() => torch.set_num_threads(1);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Predict_Features_AreWhatTheLastLayerMakesTheOutputsOf()
    {
        var trainer = SupervisedTrainerTests.Trainer(SupervisedTrainerTests.Options with { Epochs = 1, Features = true });
        var (context, files) = (Context(), new MemoryStore());
        using var predictor = trainer.Fit(context, CancellationToken.None);
        predictor.Save(files);
        var before = LiveTensors.Settled();
        var table = predictor.Predict(context.Validate, CancellationToken.None);

        Assert.Equal(before, LiveTensors.Settled());
        Assert.Equal(table.Rows.Count, table.Features!.Count);
        Assert.Equal(trainer.FeatureCount(context), table.Features[0].Length);
        Assert.True(table.Features.Select(row => row.Sum()).Distinct().Count() > 1);
        using var weights = SafeTensors.Read(files.Open("model.safetensors")!, "model.safetensors");
        var (matrix, bias) = (weights.Tensors["fc.weight"].data<float>().ToArray(), weights.Tensors["fc.bias"].data<float>().ToArray());
        for (var row = 0; row < table.Rows.Count; row++)
        {
            for (var label = 0; label < table.Labels.Count; label++)
            {
                var logit = bias[label] + table.Features[row].Select((value, at) => (double)value * matrix[(label * table.Features[row].Length) + at]).Sum();
                Assert.Equal(1 / (1 + Math.Exp(-logit)), table.Output(row, label), 1e-5);
            }
        }
    }

    [Fact]
    public void Write_Features_ReadBackBitForBit()
    {
        float[][] rows = [[1.5f, float.Epsilon, -0f], [3, 0.1f, float.MaxValue]];
        var table = new Predictions([], [new PredictedCase("a", "s", "", 0), new PredictedCase("b", "s", "", 0)], [], []) { Features = rows };
        var path = Path.Combine(_folder, FeaturesFile.Name);
        using (var stream = File.Create(path))
            FeaturesFile.Write(stream, [("validate", table)]);

        Assert.Equal(rows.Select(row => row.Select(BitConverter.SingleToInt32Bits)), FeaturesFile.Read(path, "validate")!.Select(row => row.Select(BitConverter.SingleToInt32Bits)));
        Assert.Null(FeaturesFile.Read(path, "test"));
    }

    [Fact]
    public void Options_FeaturesOfASeries_AreRefused() => Assert.Contains(
        "Leave 'features' out.",
        Assert.Throws<ExperimentException>(() => SupervisedTrainerTests.Trainer(SupervisedTrainerTests.Options with { Features = true, Series = 4 })).Message,
        StringComparison.Ordinal);

    private static TrainingContext Context() => SupervisedTrainerTests.Context() with
    {
        Train = new Cohort(32).Set(Cohort.Cases(40)),
        Validate = new Cohort(32).Set(Cohort.Cases(60)[40..]),
        Model = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 8 }),
    };
}
