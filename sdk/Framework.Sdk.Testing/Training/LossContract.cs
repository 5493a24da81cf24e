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

    /// <summary>Where <see cref="ILoss.AddsUpOverRanks"/> says so, the values of parts of a batch add up to that of the whole, whatever is missing where.</summary>
    [Fact]
    public void Compute_PartsOfABatch_AddUpToTheWhole()
    {
        using var scope = NewDisposeScope();
        using var loss = Create().Create(Context());
        var targets = Targets();
        for (var label = 0; label < Labels.Count; label++)
            targets[label] = float.NaN;
        if (!loss.AddsUpOverRanks)
            return;

        // Twice: sums over all parts are known once each part has been asked for its own.
        (int First, int Count)[] parts = [(0, 4), (4, 2)];
        var sums = parts.Select(_ => new List<Tensor>()).ToArray();
        var values = parts.Select((part, i) => Part(loss, targets, part, sum => Noted(sums[i], sum))).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            var next = 0;
            values[i] = Part(loss, targets, parts[i], _ => SumOf(sums, next++));
        }

        var whole = Part(loss, targets, (0, Rows), sum => sum);
        Assert.True(Math.Abs(values.Sum() - whole) <= 1e-5 * Math.Abs(whole), $"the loss says that it adds up over ranks: of parts of a batch it is {string.Join(" and ", values)}, of the whole {whole}. Divide by Batch.Total of what is summed here.");
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

    private static Tensor SumOf(List<Tensor>[] sums, int number) => sums.Select(own => own[number]).Aggregate((all, own) => all + own);

    private static Tensor Noted(List<Tensor> sums, Tensor sum)
    {
        sums.Add(sum);
        return sum;
    }

    private double Part(ILoss loss, float[] targets, (int First, int Count) part, Func<Tensor, Tensor> sum)
    {
        var (first, end) = (part.First * Labels.Count, (part.First + part.Count) * Labels.Count);
        var own = targets[first..end];
        var logits = tensor([.. Enumerable.Range(first, end - first).Select(at => (float)Math.Sin(1.7 * at))], [part.Count, Labels.Count]);
        var cases = Context().TrainingCases.Skip(part.First).Take(part.Count).ToList();
        var batch = new Batch(cases, zeros(part.Count, 1, 4, 4), tensor(own, [part.Count, Labels.Count])) { Part = new BatchPart((double)part.Count / Rows, sum) };
        return loss.Compute(OutputOf(logits), batch).item<float>();
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
