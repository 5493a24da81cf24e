using Framework.Components.Training;
using Framework.Components.Training.Checkpoints;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Supervised;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>What is frozen stays, bit for bit, and rates differ by their factors.</summary>
[Collection(nameof(OneAtATime))]
public sealed class TrainableParametersTests
{
    private static readonly string[] Frozen = ["conv.weight", "conv.bias", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"];

    public TrainableParametersTests() => torch.set_num_threads(1);

    [Fact]
    public void Fit_Freeze_KeepsParametersAndStatistics()
    {
        var initial = Initial();
        var trained = After(Options with { Freeze = ["conv.*", "norm.*"] }, epochs: 2);

        Assert.All(Frozen, name => Assert.Equal(initial[name], trained[name]));
        Assert.NotEqual(initial["head.weight"], trained["head.weight"]);
    }

    [Fact]
    public void Fit_UnfreezeAt_LearnsFromThatEpochOn()
    {
        var options = Options with { Freeze = ["conv.*", "norm.*"], UnfreezeAt = 3 };
        var (initial, second, third) = (Initial(), After(options, epochs: 2), After(options, epochs: 3));

        Assert.All(Frozen, name => Assert.Equal(initial[name], second[name]));
        Assert.All(Frozen, name => Assert.NotEqual(initial[name], third[name]));
    }

    // Plain gradient descent: a step is the rate times the gradient, so that a factor shows as it is.
    [Fact]
    public void Fit_LearningRates_MultiplyTheStepsOfTheirParameters()
    {
        var plain = Options with { Optimizer = new SgdFactory(new SgdOptions { LearningRate = 0.001 }), Schedule = null, Epochs = null, Steps = 1 };
        var (initial, one) = (Initial(), Last(plain));
        var factors = Last(plain with { LearningRates = new Dictionary<string, double> { ["head.*"] = 10, ["*.bias"] = 3, ["head.bias"] = 0.5 } });

        foreach (var (name, factor) in new[] { ("conv.weight", 1), ("conv.bias", 3), ("norm.bias", 3), ("head.weight", 10), ("head.bias", 0.5) })
        {
            for (var i = 0; i < initial[name].Length; i++)
                Assert.Equal(factor * (one[name][i] - initial[name][i]), factors[name][i] - initial[name][i], 2e-7);
        }
    }

    [Theory]
    [InlineData("freeze", "'freeze' names 'convs.*', and no parameter of the model is called so. Near to it are 'conv.bias', 'conv.weight', ")]
    [InlineData("learning_rates", "'learning_rates' names 'convs.*', and no parameter of the model is called so. Near to it are 'conv.bias', 'conv.weight', ")]
    [InlineData("all", "'supervised' has nothing to train: 'freeze' leaves no parameter over. Take a pattern out of it, or use the control 'frozen'.")]
    public void Try_PatternThatCannotBe_SaysWhatToDo(string option, string message)
    {
        var options = option switch
        {
            "freeze" => Options with { Freeze = ["convs.*"] },
            "all" => Options with { Freeze = ["*"] },
            _ => Options with { LearningRates = new Dictionary<string, double> { ["convs.*"] = 2 } },
        };

        Assert.StartsWith(message, Assert.Throws<ExperimentException>(() => Trainer(options).Try(Context())).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, float[]> Initial()
    {
        using var network = Network.Create(Context(), Options);
        return Weights.Of(network.Model.Module).ToDictionary(item => item.Name, item => Values(item.Tensor));
    }

    private static Dictionary<string, float[]> After(SupervisedOptions options, int epochs) => Last(options with { Epochs = epochs });

    private static Dictionary<string, float[]> Last(SupervisedOptions options)
    {
        var store = new MemoryStore();
        Outputs(Context() with { Checkpoints = store }, options);
        using var content = SafeTensors.Read(new MemoryStream(store.Files["checkpoint.safetensors"]), "checkpoint");
        return content.Tensors.Where(item => item.Key.StartsWith("model.", StringComparison.Ordinal)).ToDictionary(item => item.Key["model.".Length..], item => Values(item.Value));
    }

    private static float[] Values(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().to(torch.ScalarType.Float32).contiguous().data<float>().ToArray();
    }
}
