using Framework.Components.Data.Loading;
using Framework.Components.Models;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>A head that segments beside one that answers labels.</summary>
[Collection(nameof(OneAtATime))]
public sealed class MaskTaskTests
{
    private static readonly TaskOptions Voxels = new() { Head = ModelOutput.LogitsName, Masks = true, Loss = new CrossEntropyFactory(new()), Weight = 2 };
    private static readonly TaskOptions Wide = new() { Head = "wide", Loss = new BceWithLogitsFactory(new()) };

    private static readonly SupervisedOptions Both = Options with
    {
        Epochs = 10,
        BatchSize = 8,
        Masks = new MaskOptions { Classes = ["background", "bar"], Optional = true },
        Loss = new MultiTaskFactory(new() { Tasks = [Voxels, Wide] }),
    };

    public MaskTaskTests() => torch.set_num_threads(1);

    // Two voxels of which one is known, logits (0, ln 3) for its class 1: -ln 3/4, twice; a label with logit 0: ln 2. The second case has neither mask nor label.
    [Fact]
    public void Compute_MissingMasksAndLabels_IsTheWeightedSumOfTheKnown()
    {
        using var scope = torch.NewDisposeScope();
        using var loss = Both.Loss.Create(LossContext(["wide"], ["background", "bar"]));
        var logits = torch.tensor(new[] { 0f, 5, (float)Math.Log(3), -5, 9, 9, 9, 9 }).reshape(2, 2, 1, 2).requires_grad_();
        var output = new ModelOutput(new Dictionary<string, torch.Tensor> { [ModelOutput.LogitsName] = logits, ["wide"] = torch.zeros(2, 1) });
        var batch = new Batch([], torch.zeros(1), torch.tensor(new[] { 1f, float.NaN }).reshape(2, 1)) { Mask = torch.tensor(new long[] { 1, -1, -1, -1 }).reshape(2, 1, 2) };

        var sum = loss.Compute(output, batch);

        Assert.Equal((2 * -Math.Log(0.75)) + Math.Log(2), sum.item<float>(), 1e-5);
        sum.backward();
        Assert.Equal(0, logits.grad![1].abs().sum().item<float>());
        Assert.Equal([2L, 1], loss.Probabilities(output).shape);
        Assert.Equal([2L, 2, 1, 2], loss.VoxelProbabilities(output)!.shape);
    }

    [Fact]
    public void Fit_UNetWithAHead_LearnsMasksOfSomeCasesAndLabelsOfAll()
    {
        var context = Context() with { Labels = ["wide"], Train = Set(0, 32), Validate = Set(32, 12), Model = new UNetFactory(new UNetOptions { Features = [4, 4, 8, 8, 8, 4], Heads = new Dictionary<string, int> { ["wide"] = 1 } }) };
        using var predictor = Trainer(Both).Fit(context, CancellationToken.None);
        var before = LiveTensors.Settled();
        var table = predictor.Predict(Set(44, 12), CancellationToken.None);

        Assert.Equal(before, LiveTensors.Settled());
        Assert.True(Evaluation.Table.Single(new Components.Evaluation.Auroc(new()), table, "wide").Value > 0.9);
        var overlaps = table.Findings!.Select(found => Assert.Single(found.Overlaps)).ToList();
        Assert.Contains(overlaps, overlap => overlap.Truth is null); // a case without a mask has no truth
        var known = overlaps.Where(overlap => overlap.Truth is not null).ToList();
        var dice = 2.0 * known.Sum(overlap => overlap.Intersection!.Value) / known.Sum(overlap => overlap.Predicted + overlap.Truth!.Value);
        Assert.True(dice > 0.8, $"Dice is {dice}");
    }

    [Fact]
    public void Create_TasksThatDoNotFitTheMasks_SaysWhatToDo()
    {
        string Refused(IReadOnlyList<string> classes, params TaskOptions[] tasks) =>
            Assert.Throws<ExperimentException>(() => new MultiTaskFactory(new() { Tasks = tasks }).Create(LossContext(["wide"], classes))).Message;
        Assert.Equal(
            "the trainer asks for masks, and no task of 'multi-task' learns from them. Add one, such as { head: logits, masks: true, loss: dice-ce }, or leave 'masks' out.",
            Refused(["background", "bar"], Wide));
        Assert.Equal("the task of 'logits' of 'multi-task' segments, and the trainer asks for no masks. Set trainer.masks, such as { classes: [background, lesion] }.", Refused([], Voxels, Wide));
        Assert.Equal("masks are learnt by the heads 'logits' and 'logits' of 'multi-task'. Leave them to one of them.", Refused(["background", "bar"], Voxels, Voxels, Wide));
        Assert.Equal(
            "the task of 'logits' of 'multi-task' segments, by 'masks', and names 'wide'. A head answers labels or voxels: leave one of the two out.",
            Refused(["background", "bar"], Voxels with { Labels = ["wide"] }, Wide));
    }

    private static LossContext LossContext(IReadOnlyList<string> labels, IReadOnlyList<string> classes) => new() { Labels = labels, MaskClasses = classes, TrainingCases = [], Device = torch.CPU };

    private static SampleSet Set(int first, int count)
    {
        Case[] cases = [.. Enumerable.Range(first, count).Select(i => new Case { Id = $"case{i}", Subject = $"subject{i}", Labels = [i % 2] })];
        return new SampleSet(cases, new SamplePipeline(new Bars(), [], new RandomStream(5)));
    }

    /// <summary>A bright bar in the noise, twice as wide where the label is 1; every third case has no mask.</summary>
    private sealed class Bars : IDataSource
    {
        private const int Side = 32;

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var number = int.Parse(item.Id.AsSpan("case".Length), System.Globalization.CultureInfo.InvariantCulture);
            var (image, mask, noise) = (workspace.Allocate([1, Side, Side]), workspace.Allocate([1, Side, Side]), new RandomStream(9).Derive(item.Id));
            var (left, width) = (2 + noise.Next(8), item.Labels[0] > 0.5 ? 16 : 8);
            for (var i = 0; i < image.Length; i++)
            {
                mask.Pixels[i] = i % Side >= left && i % Side < left + width ? 1 : 0;
                image.Pixels[i] = mask.Pixels[i] + (float)(0.1 * noise.Normal());
            }

            return number % 3 == 0 ? new Sample(item, image) : new Sample(item, image).With(mask, "mask");
        }
    }
}
