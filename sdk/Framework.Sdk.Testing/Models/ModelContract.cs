using Framework.Sdk;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

/// <summary>What every network promises: the same weights from the same seed, gradients to every parameter, a batch that can be learnt, state that can be saved.</summary>
/// <remarks>
/// libtorch's generator belongs to the process: a test assembly with networks runs one test at a time, or gives these classes a collection of their own that runs alone.
/// </remarks>
public abstract partial class ModelContract
{
    private const int CaseCount = 4;

    /// <summary>Makes the factory; with a small network, so that the facts take seconds.</summary>
    protected abstract IModelFactory Create();

    /// <summary>Shape of one case's image. Default: (1, 32, 32).</summary>
    protected virtual IReadOnlyList<int> InputShape => [1, 32, 32];

    /// <summary>The labels to predict. Default: <c>a</c> and <c>b</c>.</summary>
    protected virtual IReadOnlyList<string> Labels => ["a", "b"];

    /// <summary>The classes of each voxel, the background first, for a network that segments. Default: none.</summary>
    protected virtual IReadOnlyList<string> MaskClasses => [];

    /// <summary>Shape of the logits for four cases. Default: (case, label).</summary>
    protected virtual IReadOnlyList<long> LogitsShape => [CaseCount, Labels.Count];

    /// <summary>Steps in which one batch is to be learnt. Default: 60.</summary>
    protected virtual int Steps => 60;

    /// <summary>To what share of its first value the loss is to fall in those steps. Default: 0.3.</summary>
    protected virtual double FallsTo => 0.3;

    /// <summary>Parameters that need no gradient, by the beginnings of their names. Default: none.</summary>
    protected virtual IReadOnlyList<string> Unused => [];

    /// <summary>What is minimised. Default: binary cross-entropy of the logits, averaged over whatever axes stand behind cases and labels.</summary>
    /// <param name="output">Of the batch.</param>
    /// <param name="batch">Four cases.</param>
    protected virtual Tensor Loss(ModelOutput output, Batch batch)
    {
        var logits = output.Logits.Dimensions > 2 ? output.Logits.flatten(2).mean([2]) : output.Logits;
        return nn.functional.binary_cross_entropy_with_logits(logits, batch.Labels);
    }

    /// <summary>The same seed makes the same weights, another one others.</summary>
    [Fact]
    public void Create_SameSeed_GivesTheSameWeights()
    {
        using var scope = NewDisposeScope();
        using var first = Make(seed: 1);
        using var again = Make(seed: 1);
        using var other = Make(seed: 2);
        Assert.True(Weights(first).SequenceEqual(Weights(again)), "the same seed makes other weights. Draw them from libtorch's generator alone, as its layers do.");
        Assert.True(!Weights(first).SequenceEqual(Weights(other)), "two seeds make the same weights: a repeat with another seed would be the same run.");
    }

    /// <summary>One finite logit for each label of each case.</summary>
    [Fact]
    public void Forward_Evaluating_GivesFiniteLogits()
    {
        using var scope = NewDisposeScope();
        using var model = Make(seed: 1);
        using var batch = Images(CaseCount);
        var logits = Evaluate(model, batch);
        Assert.True(logits.shape.SequenceEqual(LogitsShape), $"the logits are of shape ({string.Join(", ", logits.shape)}); expected ({string.Join(", ", LogitsShape)}).");
        Assert.True(logits.isfinite().all().item<bool>(), "the logits are not finite for an image of plain noise.");
    }

    /// <summary>While evaluating, the same batch has the same logits.</summary>
    [Fact]
    public void Forward_EvaluatingTwice_GivesTheSame()
    {
        using var scope = NewDisposeScope();
        using var model = Make(seed: 1);
        using var batch = Images(CaseCount);
        Assert.True(Same(Evaluate(model, batch), Evaluate(model, batch)), "the same batch has other logits the second time. Nothing is drawn in evaluation mode: hang dropout into the module, so that eval() reaches it.");
    }

    /// <summary>While evaluating, a case's logits do not depend on the others of its batch.</summary>
    [Fact]
    public void Forward_EvaluatingOneCase_GivesWhatItGivesAmongOthers()
    {
        using var scope = NewDisposeScope();
        using var model = Make(seed: 1);
        using var batch = Images(CaseCount);
        using var alone = Images(1);
        var (among, single) = (Evaluate(model, batch).narrow(0, 0, 1), Evaluate(model, alone));
        Assert.True(allclose(among, single, 1e-3, 1e-4), "a case has other logits among others than alone. Normalise by running statistics in evaluation mode, and mix no rows.");
    }

    /// <summary>What was saved gives the same logits in a network made with another seed.</summary>
    [Fact]
    public void Save_State_GivesTheSameLogitsInAnotherNetwork()
    {
        using var scope = NewDisposeScope();
        using var first = Make(seed: 1);
        using var second = Make(seed: 2);
        using var batch = Images(CaseCount);
        second.Module.load_state_dict(first.Module.state_dict());
        Assert.True(Same(Evaluate(first, batch), Evaluate(second, batch)), "the state of a network does not carry all of it. Register parameters, buffers and modules, so that state_dict has them.");
    }

    private IModel Make(long seed)
    {
        manual_seed(seed);
        return Create().Create(new ModelContext { InputShape = InputShape, Labels = Labels, MaskClasses = MaskClasses });
    }

    private static Tensor Evaluate(IModel model, Batch batch)
    {
        using var inference = no_grad();
        model.Module.eval();
        return model.Forward(batch).Logits;
    }

    // The same image for a case whatever the batch; a case's label is its number's bit.
    private Batch Images(int count)
    {
        var size = InputShape.Aggregate(1, (length, axis) => length * axis);
        var values = new float[count * size];
        for (var row = 0; row < count; row++)
        {
            var random = new RandomStream((ulong)row + 1);
            for (var at = 0; at < size; at++)
                values[(row * size) + at] = (float)random.Normal();
        }

        var labels = Enumerable.Range(0, count).SelectMany(row => Labels.Select((_, label) => (float)(row >> label & 1))).ToArray();
        return new Batch(
            [.. Enumerable.Range(0, count).Select(row => new Case { Id = $"case{row}", Subject = $"subject{row}", Labels = [] })],
            tensor(values, [count, .. InputShape.Select(axis => (long)axis)]),
            tensor(labels, [count, Labels.Count]));
    }

    private static List<float> Weights(IModel model) => [.. model.Module.named_parameters().SelectMany(pair => pair.parameter.detach().flatten().data<float>())];

    private static bool Same(Tensor left, Tensor right) => left.eq(right).all().item<bool>();
}
