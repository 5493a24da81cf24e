using System.Text.Json;
using Framework.Components.Models;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

/// <summary>torchvision's networks, beside ours with the same weights: outputs, three steps of training, outputs again.</summary>
public sealed class ResNetParityTests : IDisposable
{
    private const double Tolerance = 1e-4;
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataTheory]
    [InlineData(18)]
    [InlineData(34)]
    [InlineData(50)]
    [InlineData(101)]
    public void forward_OfTorchvisionsWeights_GivesItsOutputsAndTrainingLosses(int depth)
    {
        var expected = OracleFile.Read($"resnet{depth}.json");
        using var network = new ResNet(depth, inputChannels: 3, outputs: 6);
        OracleTensors.Fill(network, Keys(expected).Select(key => key.Name).ToList());
        var input = OracleTensors.Input(expected.GetProperty("input_shape").Shape());

        OracleFile.AssertClose(expected.GetProperty("eval_output").Numbers(), Evaluate(network, input), Tolerance);

        var train = expected.GetProperty("train");
        var losses = Train(network, input, Targets(train.GetProperty("targets")));
        foreach (var (theirs, ours) in train.GetProperty("losses").Numbers().Zip(losses))
            Assert.Equal(theirs, ours, Tolerance * theirs);
        OracleFile.AssertClose(expected.GetProperty("eval_output_after_3_steps").Numbers(), Evaluate(network, input), Tolerance);
    }

    [SharedDataTheory]
    [InlineData(18)]
    [InlineData(34)]
    [InlineData(50)]
    [InlineData(101)]
    public void state_dict_OfADepth_HasTheNamesAndShapesOfTorchvision(int depth)
    {
        using var network = new ResNet(depth, inputChannels: 3, outputs: 6);

        var state = network.state_dict().Select(each => $"{each.Key} ({string.Join(", ", each.Value.shape)})").Order();

        Assert.Equal(Keys(OracleFile.Read($"resnet{depth}.json")).Select(key => $"{key.Name} ({string.Join(", ", key.Shape)})").Order(), state);
    }

    private static IEnumerable<(string Name, long[] Shape)> Keys(JsonElement expected) =>
        expected.GetProperty("keys").EnumerateArray().Select(key => (key[0].GetString()!, key[1].Shape()));

    private static Tensor Targets(JsonElement rows) =>
        tensor(rows.EnumerateArray().SelectMany(row => row.Numbers()).Select(value => (float)value).ToArray()).reshape(rows.GetArrayLength(), -1);

    private static double[] Train(ResNet network, Tensor input, Tensor targets)
    {
        network.train();
        using var optimizer = optim.Adam(network.parameters(), lr: 1e-4);
        return Enumerable.Range(0, 3).Select(_ => TrainingStep.Run(network, optimizer, input, targets)).ToArray();
    }

    private static double[] Evaluate(ResNet network, Tensor input)
    {
        network.eval();
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        return network.call(input).data<float>().ToArray().Select(value => (double)value).ToArray();
    }
}
