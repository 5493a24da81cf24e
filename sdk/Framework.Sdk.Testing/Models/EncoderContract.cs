using Framework.Sdk;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

/// <summary>What every network that also exists without its last layer promises: feature vectors of one length, the weights of the whole network under their own names, gradients to each.</summary>
/// <remarks>The whole network is held to <see cref="ModelContract"/>. libtorch's generator belongs to the process: such tests run one at a time.</remarks>
public abstract class EncoderContract
{
    private const int Images = 3;
    private const int Steps = 5;

    /// <summary>Makes the factory; with a small network, so that the facts take seconds.</summary>
    protected abstract IEncoderFactory Create();

    /// <summary>Shape of one image: (channel, y, x) or (channel, z, y, x). Default: (1, 32, 32).</summary>
    protected virtual IReadOnlyList<int> InputShape => [1, 32, 32];

    /// <summary>Parameters that need no gradient, by the beginnings of their names. Default: none.</summary>
    protected virtual IReadOnlyList<string> Unused => [];

    /// <summary>The same seed makes the same weights, another one others.</summary>
    [Fact]
    public void CreateEncoder_SameSeed_GivesTheSameWeights()
    {
        using var scope = NewDisposeScope();
        using var first = Make(seed: 1);
        using var again = Make(seed: 1);
        using var other = Make(seed: 2);
        Assert.True(Weights(first).SequenceEqual(Weights(again)), "the same seed makes other weights. Draw them from libtorch's generator alone, as its layers do.");
        Assert.True(!Weights(first).SequenceEqual(Weights(other)), "two seeds make the same weights: a repeat with another seed would be the same run.");
    }

    /// <summary>A finite vector of the length that it says for each image.</summary>
    [Fact]
    public void Encode_Images_GivesAFiniteVectorOfItsLengthForEach()
    {
        using var scope = NewDisposeScope();
        using var encoder = Make(seed: 1);
        var features = Evaluate(encoder, Noise(Images));
        Assert.True(
            features.shape.SequenceEqual([Images, encoder.Features]),
            $"{Images} images become ({string.Join(", ", features.shape)}), and Features says {encoder.Features}. Give (image, feature): pool what is left of z, y and x.");
        Assert.True(features.isfinite().all().item<bool>(), "the features are not finite for an image of plain noise.");
    }

    /// <summary>While evaluating, an image has the same features each time, alone and among others.</summary>
    [Fact]
    public void Encode_EvaluatingOneImage_GivesWhatItGivesAmongOthers()
    {
        using var scope = NewDisposeScope();
        using var encoder = Make(seed: 1);
        var among = Evaluate(encoder, Noise(Images));
        Assert.True(among.eq(Evaluate(encoder, Noise(Images))).all().item<bool>(), "the same images have other features the second time. Nothing is drawn in evaluation mode: hang dropout into the module, so that eval() reaches it.");
        Assert.True(allclose(among.narrow(0, 0, 1), Evaluate(encoder, Noise(1)), 1e-3, 1e-4), "an image has other features among others than alone. Normalise by running statistics in evaluation mode, and mix no rows.");
    }

    /// <summary>Its weights are those of the whole network, under the same names and of the same shapes; the last layer is not among them.</summary>
    [Fact]
    public void Module_State_IsThatOfTheWholeNetworkWithoutItsLastLayer()
    {
        using var scope = NewDisposeScope();
        using var encoder = Make(seed: 1);
        using var whole = Create().Create(new ModelContext { InputShape = InputShape, Labels = ["a", "b"] });
        var (own, all) = (encoder.Module.state_dict(), whole.Module.state_dict());
        foreach (var (name, tensor) in own)
        {
            Assert.True(all.ContainsKey(name), $"the encoder has '{name}', which the whole network has not: weights of the one would not be found in the other. Give its layers the same names.");
            Assert.True(tensor.shape.SequenceEqual(all[name].shape), $"'{name}' is of shape ({string.Join(", ", tensor.shape)}) here and ({string.Join(", ", all[name].shape)}) in the whole network.");
        }

        Assert.True(all.Keys.Except(own.Keys).Any(), "the encoder has every weight of the whole network. Leave the last layer out: nothing would train it.");
    }

    /// <summary>What was saved gives the same features in an encoder made with another seed.</summary>
    [Fact]
    public void Save_State_GivesTheSameFeaturesInAnotherEncoder()
    {
        using var scope = NewDisposeScope();
        using var first = Make(seed: 1);
        using var second = Make(seed: 2);
        second.Module.load_state_dict(first.Module.state_dict());
        Assert.True(Evaluate(first, Noise(Images)).eq(Evaluate(second, Noise(Images))).all().item<bool>(), "the state of an encoder does not carry all of it. Register parameters, buffers and modules, so that state_dict has them.");
    }

    /// <summary>One step back from the features reaches every parameter.</summary>
    [Fact]
    public void Backward_FromTheFeatures_ReachesEveryParameter()
    {
        using var scope = NewDisposeScope();
        using var encoder = Make(seed: 1);
        encoder.Module.train();
        encoder.Encode(Noise(Images)).square().sum().backward();
        foreach (var (name, parameter) in encoder.Module.named_parameters().Where(pair => pair.parameter.requires_grad && !Unused.Any(unused => pair.name.StartsWith(unused, StringComparison.Ordinal))))
        {
            Assert.True(parameter.grad is not null, $"no gradient reaches '{name}'. Do not detach, copy to numbers, or leave the layer out of the forward pass.");
            Assert.True(parameter.grad.isfinite().all().item<bool>(), $"the gradient of '{name}' is not finite.");
        }
    }

    /// <summary>No batch of images leaves a tensor behind.</summary>
    [Fact]
    public void Encode_EveryBatch_LeavesTheSameNumberOfTensors()
    {
        using var whole = NewDisposeScope();
        using var encoder = Make(seed: 1);
        var images = Noise(Images);
        var counts = new List<long>();
        for (var step = 0; step < Steps; step++)
        {
            using (NewDisposeScope())
                Evaluate(encoder, images);
            counts.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }

        Assert.True(counts.Distinct().Count() == 1, $"the number of live tensors goes {string.Join(", ", counts)} from batch to batch. Keep no tensor of a batch in a field; dispose what leaves its scope.");
    }

    private IEncoder Make(long seed)
    {
        manual_seed(seed);
        return Create().CreateEncoder(InputShape);
    }

    private static Tensor Evaluate(IEncoder encoder, Tensor images)
    {
        using var inference = no_grad();
        encoder.Module.eval();
        return encoder.Encode(images);
    }

    // The same image in a row whatever the number of rows.
    private Tensor Noise(int count)
    {
        var values = new float[count * InputShape.Aggregate(1, (length, axis) => length * axis)];
        for (var row = 0; row < count; row++)
        {
            var random = new RandomStream((ulong)row + 1);
            foreach (ref var value in values.AsSpan(row * (values.Length / count), values.Length / count))
                value = (float)random.Normal();
        }

        return tensor(values, [count, .. InputShape.Select(axis => (long)axis)]);
    }

    private static List<float> Weights(IEncoder encoder) => [.. encoder.Module.named_parameters().SelectMany(pair => pair.parameter.detach().flatten().data<float>())];
}
