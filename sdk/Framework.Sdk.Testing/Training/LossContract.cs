using Framework.Sdk;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Framework.Sdk.Testing;

/// <summary>What every loss of labels promises: a finite scalar with gradients, less where the logits are right, blind to missing labels.</summary>
public abstract class LossContract
{
    private const int Rows = 6;

    /// <summary>Makes the factory.</summary>
    protected abstract ILossFactory Create();

    /// <summary>Names of the labels. Default: <c>a</c> and <c>b</c>.</summary>
    protected virtual IReadOnlyList<string> Labels => ["a", "b"];

    /// <summary>Whether the labels are the classes of one question. Default: false.</summary>
    protected virtual bool AreClasses => false;

    /// <summary>The outputs of a network whose logits these are. Default: one head.</summary>
    /// <param name="logits">(case, label).</param>
    protected virtual ModelOutput OutputOf(Tensor logits) => new(logits);

    /// <summary>A finite scalar from which gradients reach the logits.</summary>
    [Fact]
    public void Compute_AnyLogits_IsAFiniteScalarWithGradients()
    {
        using var scope = NewDisposeScope();
        var (loss, logits) = Computed(0.5f, Targets());
        Assert.True(loss.numel() == 1, $"the loss has {loss.numel()} values. Reduce it to one, the mean over what is known.");
        Assert.True(loss.isfinite().item<bool>(), "the loss of moderate logits is not finite.");
        loss.backward();
        Assert.True(logits.grad is { } gradient && gradient.isfinite().all().item<bool>() && gradient.count_nonzero().item<long>() > 0, "no gradient reaches the logits, or one that is not finite.");
    }

    /// <summary>Logits that are right cost less than logits that are wrong, and very sure ones stay finite.</summary>
    [Fact]
    public void Compute_RightLogits_CostLessThanWrongOnes()
    {
        using var scope = NewDisposeScope();
        var (right, wrong) = (Value(4), Value(-4));
        Assert.True(right < wrong, $"right logits cost {right} and wrong ones {wrong}.");
        foreach (var sure in new[] { Value(60), Value(-60) })
            Assert.True(float.IsFinite(sure), $"logits of 60 and -60 cost {sure}. Work on logits, not on logarithms of rounded probabilities.");
    }

    /// <summary>A label that is missing changes nothing and gets no gradient.</summary>
    [Fact]
    public void Compute_MissingLabels_CountForNothing()
    {
        using var scope = NewDisposeScope();
        var missing = Targets();
        for (var label = 0; label < Labels.Count; label++)
            missing[label] = float.NaN; // all of the first row: of classes none is known then
        var (loss, logits) = Computed(0.5f, missing);
        Assert.True(loss.isfinite().item<bool>(), "a missing label (NaN) makes the loss NaN. Leave it out.");
        loss.backward();
        Assert.True(logits.grad!.narrow(0, 0, 1).nan_to_num(1).count_nonzero().item<long>() == 0, "a case whose labels are all missing gets a gradient. Leave it out of the mean, by torch.where and not by a product with 0.");
    }

    /// <summary>What the logits stand for are probabilities, and follow the logits.</summary>
    [Fact]
    public void Probabilities_AnyLogits_AreProbabilities()
    {
        using var scope = NewDisposeScope();
        using var loss = Create().Create(Context());
        var probabilities = loss.Probabilities(OutputOf(Logits(3, Targets())));
        Assert.True(probabilities.shape is [Rows, _] && probabilities.shape[1] == Labels.Count, $"the probabilities are of shape ({string.Join(", ", probabilities.shape)}); expected ({Rows}, {Labels.Count}).");
        Assert.True(probabilities.ge(0).logical_and(probabilities.le(1)).all().item<bool>(), "a probability lies outside 0 to 1.");
        var targets = tensor(Targets(), [Rows, Labels.Count]);
        Assert.True(
            probabilities.masked_select(targets.gt(0.5)).min().item<float>() > probabilities.masked_select(targets.lt(0.5)).max().item<float>(),
            "logits that are right do not stand for higher probabilities than those that are wrong.");
    }

    private LossContext Context() => new()
    {
        Labels = Labels,
        Groups = AreClasses ? [new LabelGroup("kind", Labels)] : [],
        TrainingCases = [.. Enumerable.Range(0, Rows).Select(row => new Case
        {
            Id = $"case{row}",
            Subject = $"subject{row}",
            Labels = [.. Targets().Skip(row * Labels.Count).Take(Labels.Count).Select(value => (double)value)],
        })],
        Device = CPU,
    };

    private float[] Targets() => [.. from row in Enumerable.Range(0, Rows) from label in Enumerable.Range(0, Labels.Count) select AreClasses ? (row % Labels.Count == label ? 1f : 0f) : (row + label) % 2];

    private Tensor Logits(float sure, float[] targets) =>
        tensor([.. targets.Select(target => float.IsNaN(target) ? 0.3f : sure * ((2 * target) - 1))], [Rows, Labels.Count], requires_grad: true);

    private (Tensor Loss, Tensor Logits) Computed(float sure, float[] targets)
    {
        var loss = Create().Create(Context());
        var logits = Logits(sure, targets);
        var batch = new Batch(Context().TrainingCases, zeros(Rows, 1, 4, 4), tensor(targets, [Rows, Labels.Count]));
        return (loss.Compute(OutputOf(logits), batch), logits);
    }

    private float Value(float sure) => Computed(sure, Targets()).Loss.item<float>();
}
