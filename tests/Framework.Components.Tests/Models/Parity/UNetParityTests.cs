using Framework.Components.Models;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Parity;

/// <summary>Our UNet with MONAI's weights gives its figures.</summary>
public sealed class UNetParityTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [SharedDataFact]
    public void forward_OfMonaisWeights_GivesItsOutputs()
    {
        var expected = OracleFile.Read("monai_basicunet_2d.json");
        using var network = Filled(expected, [1, 64, 48]);
        using var quiet = no_grad();

        using var output = network.call(OracleTensors.Input(expected.GetProperty("input_shape").Shape())).to(ScalarType.Float64);

        var figures = expected.GetProperty("eval_output");
        Assert.Equal(figures.GetProperty("shape").Shape(), output.shape);
        OracleFile.AssertClose(figures.GetProperty("first").Numbers(), output.flatten()[..8].data<double>().ToArray(), 1e-4);
        Assert.Equal(figures.GetProperty("abs_sum").GetDouble(), output.abs().sum().item<double>(), 1e-4 * figures.GetProperty("abs_sum").GetDouble());
        // The sum cancels to a thousandth of the values' size: one part in ten thousand of that size is the scale of the tolerance.
        Assert.Equal(figures.GetProperty("sum").GetDouble(), output.sum().item<double>(), 1e-4 * Math.Sqrt(output.numel()));
    }

    [PythonTheory("torch")]
    [InlineData("1 35 48", 41_000_000)]
    [InlineData("2 33 40 36", 42_000_000)]
    public void forward_OfOddSidesBesidePyTorch_GivesTheSameValues(string shape, int number)
    {
        var expected = Peer.Figures("unet.py", [$"{number}", .. shape.Split(' ')]);
        using var network = Filled(expected, [.. shape.Split(' ').Select(int.Parse)]);
        using var quiet = no_grad();

        using var output = network.call(OracleTensors.Input(expected.GetProperty("input_shape").Shape(), @base: number)).to(ScalarType.Float64);

        OracleFile.AssertClose(expected.GetProperty("eval_output").Numbers(), output.flatten().data<double>().ToArray(), 1e-4);
    }

    private static nn.Module<Tensor, Tensor> Filled(System.Text.Json.JsonElement expected, int[] inputShape)
    {
        var network = (nn.Module<Tensor, Tensor>)new UNetFactory(new UNetOptions { Classes = 3 })
            .Create(new ModelContext { InputShape = inputShape, Labels = ["any"] }).Module;
        var keys = expected.GetProperty("keys").EnumerateArray().ToList();
        Assert.All(keys, key => Assert.Equal(key[1].Shape(), network.state_dict()[key[0].GetString()!].shape));
        OracleTensors.Fill(network, keys.ConvertAll(key => key[0].GetString()!), expected.GetProperty("base").GetInt64());
        network.eval();
        return network;
    }
}
