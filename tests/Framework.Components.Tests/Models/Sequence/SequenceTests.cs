using Framework.Components.Models;
using Framework.Components.Training.Losses;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.Sequence;

[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class SequenceTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public SequenceTests() => manual_seed(4);

    public void Dispose() => _scope.Dispose();

    [SharedDataFact]
    public void Recur_OfPyTorchsWeights_GivesItsStates()
    {
        var expected = OracleFile.Read("lstm_bidirectional.json");
        using var network = Network(new SequenceOptions { Layers = 2, Hidden = 8 }, features: 16);
        var keys = expected.GetProperty("keys").EnumerateArray().Select(key => key[0].GetString()!).ToList();
        OracleTensors.Fill((nn.Module)network.named_children().Single(child => child.name == "lstm").module, keys);
        var input = OracleTensors.Input(expected.GetProperty("input_shape").Shape());

        foreach (var counts in new[] { null, tensor(new long[] { 5, 5 }) })
        {
            var states = network.Recur(input, counts).to(ScalarType.Float64);
            OracleFile.AssertClose(expected.GetProperty("output").Numbers(), states.contiguous().data<double>().ToArray(), 1e-4);
        }
    }

    [PythonTheory("torch")]
    [InlineData(RecurrentCell.Lstm, 51_000_000)]
    [InlineData(RecurrentCell.Gru, 52_000_000)]
    public void Recur_BesidePyTorchOnUnequalLengths_GivesTheSameStates(RecurrentCell cell, int number)
    {
        var name = cell.ToString().ToLowerInvariant();
        var expected = Parity.Peer.Figures("recurrent.py", name, $"{number}");
        using var network = Network(new SequenceOptions { Layers = 2, Hidden = 8, Cell = cell }, features: 16);
        var keys = expected.GetProperty("keys").EnumerateArray().Select(key => key[0].GetString()!).ToList();
        OracleTensors.Fill((nn.Module)network.named_children().Single(child => child.name == name).module, keys, number);
        var input = OracleTensors.Input([3, 6, 16], @base: number);

        var states = network.Recur(input, tensor(new long[] { 4, 6, 1 })).to(ScalarType.Float64);

        OracleFile.AssertClose(expected.GetProperty("output").Numbers(), states.contiguous().data<double>().ToArray(), 1e-4);
    }

    [Theory]
    [InlineData(RecurrentCell.Lstm)]
    [InlineData(RecurrentCell.Gru)]
    public void Forward_SeriesOfDifferentLengths_GivesEachWhatItGivesAlone(RecurrentCell cell)
    {
        using var model = Images(new SequenceOptions { Encoder = Encoder, Hidden = 6, Layers = 2, Cell = cell });
        var image = rand([3, 1, 5, 32, 32]);
        long[] lengths = [2, 5, 3];
        // Were padding encoded, or read by the backward direction, it would show.
        image[0, 0, 2..] = float.NaN;
        image[2, 0, 3..] = float.NaN;

        var together = model.Forward(Batches.Of(image, instances: lengths)).Logits;

        Assert.Equal([3, 5, 2], together.shape);
        for (var item = 0; item < 3; item++)
        {
            var alone = model.Forward(Batches.Of(image.narrow(0, item, 1).narrow(2, 0, lengths[item]))).Logits[0];
            Assert.True(alone.allclose(together[item][..(int)lengths[item]], rtol: 0, atol: 1e-6), $"series {item}");
        }
    }

    [Fact]
    public void Forward_LastSliceChanged_ChangesTheFirstSlicesLogits()
    {
        using var model = Images(new SequenceOptions { Encoder = Encoder, Hidden = 6 });
        var image = rand([1, 1, 4, 32, 32]);
        var before = model.Forward(Batches.Of(image)).Logits;
        image[0, 0, 3] = rand(32, 32);

        var after = model.Forward(Batches.Of(image)).Logits;

        Assert.False(before[0, 0].allclose(after[0, 0], rtol: 0, atol: 1e-7));
    }

    [Fact]
    public void Forward_SeriesWithoutSlices_IsFiniteAndLeavesTheOthersAlone()
    {
        using var model = Images(new SequenceOptions { Encoder = Encoder, Hidden = 6 });
        var image = rand([2, 1, 4, 32, 32]);

        var logits = model.Forward(Batches.Of(image, instances: [0, 4])).Logits;

        Assert.True(logits.isfinite().all().item<bool>());
        Assert.True(logits[1].allclose(model.Forward(Batches.Of(image.narrow(0, 1, 1))).Logits[0], rtol: 0, atol: 1e-6));
    }

    // The labels of padding are NaN: the loss is the mean over the real slices' labels, and padding has no gradient.
    [Fact]
    public void BceWithLogits_OfLabelsForEverySlice_IsTheMeanOverThoseKnown()
    {
        var logits = randn(2, 3, 2).requires_grad_();
        var labels = tensor(new float[] { 1, 0, 0, 1, float.NaN, float.NaN, 0, 0, float.NaN, 1, 1, 1 }).reshape(2, 3, 2);
        using var loss = new BceWithLogitsFactory(new BceWithLogitsOptions())
            .Create(new LossContext { Labels = ["a", "b"], TrainingCases = [], Device = CPU });

        var value = loss.Compute(new ModelOutput(logits), Batches.Of(zeros([2, 1, 3]), labels, [2, 3]));
        value.backward();

        var known = Doubles.Of(logits).SelectMany(row => row).Zip(Doubles.Of(labels).SelectMany(row => row)).Where(pair => !double.IsNaN(pair.Second));
        Assert.Equal(known.Average(pair => Math.Log(1 + Math.Exp(pair.First)) - (pair.First * pair.Second)), value.item<float>(), 1e-6);
        Assert.Equal(0, logits.grad![0, 2].abs().sum().item<float>());
    }

    private static ResNetFactory Encoder => new(new ResNetOptions { Depth = 18, Width = 4 });

    private static SequenceNetwork Network(SequenceOptions options, int features) => (SequenceNetwork)new SequenceFactory(options)
        .Create(new ModelContext { InputShape = [features, 5], Labels = ["any", "all"] }).Module;

    private static IModel Images(SequenceOptions options)
    {
        var model = new SequenceFactory(options).Create(new ModelContext { InputShape = [1, 5, 32, 32], Labels = ["any", "all"] });
        model.Module.eval();
        return model;
    }
}
