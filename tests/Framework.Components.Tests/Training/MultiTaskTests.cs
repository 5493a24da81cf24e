using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using TorchSharp;
using TorchSharp.Modules;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>Several heads, each with labels and a loss of its own.</summary>
[Collection(nameof(OneAtATime))]
public sealed class MultiTaskTests
{
    private static readonly LabelGroup Side = new("side", ["side.left", "side.right"]);
    private static readonly string[] Labels = ["side.left", "bleed", "side.right"];

    public MultiTaskTests() => torch.set_num_threads(1);

    // Logits (ln 3, 0) for left: -ln 3/4; bleed with logit 0: ln 2, weighed by a half. The second case has no side.
    [Fact]
    public void Compute_TwoHeadsWithAMissingAnswer_IsTheWeightedSumOfTheKnown()
    {
        using var scope = torch.NewDisposeScope();
        using var loss = Tasks().Create(Context(Labels));
        var output = Output(torch.tensor([(float)Math.Log(3), 0, 7, -7]).reshape(2, 2), torch.zeros(2, 1));
        var batch = new Batch([], torch.zeros(1), torch.tensor([1, 1, 0, float.NaN, 0, float.NaN]).reshape(2, 3));

        Assert.Equal(-Math.Log(0.75) + (0.5 * Math.Log(2)), loss.Compute(output, batch).item<float>(), 1e-6);
        Assert.Equal(["side", "side: side", "bleed", "bleed: bleed"], loss.Parts(output, batch).Keys);
        var probabilities = loss.Probabilities(output).data<float>().ToArray();
        Assert.Equal([0.75f, 0.5f, 0.25f], probabilities[..3], (left, right) => Math.Abs(left - right) < 1e-6);
    }

    [Fact]
    public void Compute_HeadWithoutAKnownAnswer_GetsNoGradient()
    {
        using var scope = torch.NewDisposeScope();
        using var loss = Tasks().Create(Context(Labels));
        var (side, bleed) = (torch.randn(2, 2).requires_grad_(), torch.randn(2, 1).requires_grad_());

        loss.Compute(Output(side, bleed), new Batch([], torch.zeros(1), torch.tensor([float.NaN, 1, float.NaN, float.NaN, 0, float.NaN]).reshape(2, 3))).backward();

        Assert.Equal(0, side.grad!.abs().sum().item<float>());
        Assert.True(bleed.grad!.abs().sum().item<float>() > 0);
    }

    [Theory]
    [InlineData("no task of 'multi-task' answers 'bleed'. Add a head and a task for it, or leave the label out of the data.", "side")]
    [InlineData("'bleed' is answered by the heads 'bleed' and 'bleed' of 'multi-task'. Leave it to one of them.", "side", "bleed", "bleed")]
    [InlineData("the task of 'grade' of 'multi-task' names no labels, and there is no group or label 'grade'. Give it 'labels' or 'group'; there are the labels side.left, bleed, side.right and the groups side.", "side", "bleed", "grade")]
    public void Create_TasksThatDoNotFitTheLabels_SaysWhatToDo(string message, params string[] heads)
    {
        var factory = new MultiTaskFactory(new() { Tasks = [.. heads.Select(head => new TaskOptions { Head = head, Loss = head == "side" ? new CrossEntropyFactory(new()) : new BceWithLogitsFactory(new()) })] });

        Assert.Equal(message, Assert.Throws<ExperimentException>(() => factory.Create(Context(Labels))).Message);
    }

    [Fact]
    public void Create_SomeClassesOfAGroup_SaysWhichGroup()
    {
        var factory = new MultiTaskFactory(new() { Tasks = [new TaskOptions { Head = "x", Labels = ["side.left", "bleed"], Loss = new BceWithLogitsFactory(new()) }] });

        Assert.Equal(
            "the task of 'x' of 'multi-task' names some classes of 'side' and not all. Give 'group: side'.",
            Assert.Throws<ExperimentException>(() => factory.Create(Context(Labels))).Message);
    }

    [Fact]
    public void Fit_TwoHeads_LearnsBothAndPredictsInTheLabelsColumns()
    {
        var options = Options with { Epochs = 12, Loss = EachLabel("a", "b") };
        using var predictor = Trainer(options).Fit(SupervisedTrainerTests.Context() with { Model = new HeadsNet("a", "b") }, CancellationToken.None);
        var predictions = predictor.Predict(new Cohort().Set(Cohort.Cases(80)[40..]), CancellationToken.None);

        Assert.All(Cohort.Labels, label => Assert.True(Evaluation.Table.Single(new Components.Evaluation.Auroc(new()), predictions, label).Value > 0.9, label));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_HeadThatNoLossReads_IsRefused(bool isTrial)
    {
        var context = SupervisedTrainerTests.Context() with { Model = new HeadsNet("a", "b", "c") };
        var trainer = Trainer(Options with { Loss = EachLabel("a", "b") });
        var error = Assert.Throws<ExperimentException>(() =>
        {
            if (isTrial)
                trainer.Try(context);
            else
                trainer.Fit(context, CancellationToken.None);
        });

        Assert.Equal("no loss reads the model's head 'c', so that 2 parameters would learn nothing, 'c.weight' the first. Give the head a task of 'multi-task', or leave it out of the model.", error.Message);
    }

    [Fact]
    public void Try_TaskOfAHeadThatIsNotThere_NamesThoseThatAre()
    {
        var trainer = Trainer(Options with { Loss = EachLabel("a", "b") });
        var error = Assert.Throws<ExperimentException>(() => trainer.Try(SupervisedTrainerTests.Context() with { Model = new HeadsNet("a", "d") }));

        Assert.Equal("a task of 'multi-task' names the head 'b', and the model has none of that name. It has a, d.", error.Message);
    }

    [Fact]
    public void Try_HeadWithAnotherNumberOfOutputs_SaysHowMany()
    {
        var trainer = Trainer(Options with { Loss = new MultiTaskFactory(new() { Tasks = [new TaskOptions { Head = "a", Labels = ["a", "b"], Loss = new BceWithLogitsFactory(new()) }] }) });
        var error = Assert.Throws<ExperimentException>(() => trainer.Try(SupervisedTrainerTests.Context() with { Model = new HeadsNet("a") }));

        Assert.Equal("the head 'a' gives (2, 1), and its task of 'multi-task' has labels (2, 2). Give the head an output for each label: 'a: 2'.", error.Message);
    }

    [Fact]
    public void Fit_OneHeadThatIsNotFinite_NamesItAndItsLoss()
    {
        var context = SupervisedTrainerTests.Context() with { Model = new HeadsNet("a", "b") { Broken = "b" } };
        var error = Assert.Throws<TrainingException>(() => Trainer(Options with { Loss = EachLabel("a", "b") }).Fit(context, CancellationToken.None));

        Assert.Contains("the loss is NaN at step 0, on cases 'case", error.Message, StringComparison.Ordinal);
        Assert.Contains(". Not finite: the model's 'b', the loss of 'b', the loss of 'b: b'. Lower the learning rate", error.Message, StringComparison.Ordinal);
    }

    private static MultiTaskFactory Tasks() => new(new()
    {
        Tasks =
        [
            new TaskOptions { Head = "side", Loss = new CrossEntropyFactory(new()) },
            new TaskOptions { Head = "bleed", Loss = new BceWithLogitsFactory(new()), Weight = 0.5 },
        ],
    });

    private static MultiTaskFactory EachLabel(params string[] labels) =>
        new(new() { Tasks = [.. labels.Select(label => new TaskOptions { Head = label, Loss = new BceWithLogitsFactory(new()) })] });

    private static LossContext Context(string[] labels) => new() { Labels = labels, Groups = [Side], TrainingCases = [], Device = torch.CPU };

    private static ModelOutput Output(torch.Tensor side, torch.Tensor bleed) => new(new Dictionary<string, torch.Tensor> { ["side"] = side, ["bleed"] = bleed });

    /// <summary>One convolution and a linear layer with one output for each head.</summary>
    private sealed class HeadsNet(params string[] heads) : IModelFactory
    {
        public string? Broken { get; init; }

        public IModel Create(ModelContext context) => new Model(new Net(heads), Broken);

        private sealed class Model(Net net, string? broken) : IModel
        {
            public torch.nn.Module Module => net;

            public ModelOutput Forward(Batch batch)
            {
                var features = torch.nn.functional.adaptive_avg_pool2d(net.Conv.call(batch.Image).relu(), 4).flatten(1);
                return new ModelOutput(net.Heads.ToDictionary(head => head.Name, head => head.Layer.call(features) * (head.Name == broken ? float.NaN : 1)));
            }

            public void Dispose() => net.Dispose();
        }

        private sealed class Net : torch.nn.Module
        {
            public Net(string[] heads) : base("heads")
            {
                Conv = torch.nn.Conv2d(1, 8, 3, padding: 1);
                Heads = [.. heads.Select(name => (name, torch.nn.Linear(128, 1)))];
                register_module("conv", Conv);
                Heads.ForEach(head => register_module(head.Name, head.Layer));
            }

            public Conv2d Conv { get; }

            public List<(string Name, Linear Layer)> Heads { get; }
        }
    }
}
