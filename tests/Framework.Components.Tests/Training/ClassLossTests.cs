using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Framework.Components.Training.Losses;
using Framework.Tests.Shared;
using TorchSharp;

namespace Framework.Components.Tests.Training;

/// <summary>Cross-entropy with weights, and focal loss: by hand, and beside PyTorch in 64 bits.</summary>
public sealed class ClassLossTests
{
    private static readonly LabelGroup Grade = new("grade", ["grade.0", "grade.1", "grade.2"], IsOrdered: true);

    // Three logits and one-hot answers a row; the last row has none.
    private static readonly double[] Logits = [0.3, -1.2, 2.1, 1.5, 0.2, -0.4, -2, 0.7, 0.1, 4, 4, -4, 1, 2, 3];
    private static readonly int[] Answers = [2, 1, 0, 1, -1];

    [PythonTheory("torch")]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void CrossEntropy_WeightsAndSmoothing_EqualsPyTorchs(double smoothing)
    {
        var expected = Torch($"torch.nn.functional.cross_entropy(x[:4], y[:4], weight=torch.tensor([0.5, 2.0, 3.0], dtype=torch.float64), label_smoothing={smoothing.ToString(CultureInfo.InvariantCulture)})");
        var weights = new ClassWeights { ByLabel = new Dictionary<string, double> { ["grade.0"] = 0.5, ["grade.1"] = 2, ["grade.2"] = 3 } };

        Assert.Equal(expected, Compute(new CrossEntropyFactory(new() { Weights = weights, LabelSmoothing = smoothing })), 1e-6);
    }

    [PythonFact("torch")]
    public void Focal_WithinAGroup_EqualsTheFormulaInPyTorch()
    {
        var expected = Torch("torch.mean((1 - p) ** 2 * -torch.log(p))", "p = torch.softmax(x[:4], 1).gather(1, y[:4, None])");

        Assert.Equal(expected, Compute(new FocalFactory(new())), 1e-6);
    }

    [Fact]
    public void Focal_WithoutModulation_IsWeightedCrossEntropy()
    {
        var weights = new ClassWeights { ByLabel = new Dictionary<string, double> { ["grade.1"] = 4 } };

        Assert.Equal(Compute(new CrossEntropyFactory(new() { Weights = weights })), Compute(new FocalFactory(new() { Gamma = 0, Weights = weights })), 1e-7);
    }

    // p = 3/4 for the positive and 1/4 for the negative's wrong side: (1/4)^2 ln(4/3) 0.25 and (1/4)^2 ln(4/3) 0.75; the missing label does not count.
    [Fact]
    public void Focal_IndependentLabels_AreCountedByHand()
    {
        var third = (float)Math.Log(3);
        using var scope = torch.NewDisposeScope();
        using var loss = new FocalFactory(new() { Alpha = 0.25 }).Create(new LossContext { Labels = ["a"], TrainingCases = [], Device = torch.CPU });
        var output = new ModelOutput(torch.tensor([third, -third, 7]).reshape(3, 1));
        var batch = new Batch([], torch.zeros(1), torch.tensor([1, 0, float.NaN]).reshape(3, 1));

        Assert.Equal(Math.Log(4 / 3.0) / 16 * (0.25 + 0.75) / 2, loss.Compute(output, batch).item<float>(), 1e-7);
        Assert.Equal([0.75f, 0.25f], loss.Probabilities(output).data<float>().ToArray()[..2], (left, right) => Math.Abs(left - right) < 1e-6);
    }

    [Fact]
    public void Focal_LabelBesideAGroup_GivesSigmoidAndSoftmaxInTheirPlaces()
    {
        using var scope = torch.NewDisposeScope();
        var context = new LossContext { Labels = ["grade.1", "pain", "grade.0"], Groups = [new LabelGroup("grade", ["grade.0", "grade.1"])], TrainingCases = [], Device = torch.CPU };
        using var loss = new FocalFactory(new() { Gamma = 0 }).Create(context);
        var output = new ModelOutput(torch.tensor([(float)Math.Log(3), (float)Math.Log(3), 0]).reshape(1, 3));

        Assert.Equal([0.75f, 0.75f, 0.25f], loss.Probabilities(output).data<float>().ToArray(), (left, right) => Math.Abs(left - right) < 1e-6);
        var parts = loss.Parts(output, new Batch([], torch.zeros(1), torch.tensor([1f, 1, 0]).reshape(1, 3)));
        Assert.Equal(["pain", "grade"], parts.Keys);
        Assert.All(parts.Values, part => Assert.Equal(-Math.Log(0.75), part.item<float>(), 1e-6));
    }

    // 1, 1 and 2 of 4 known cases: 4 / (3 x count).
    [Fact]
    public void ClassWeights_Balanced_IsTheInverseRatioOfKnownCases()
    {
        Case[] cases = [.. new[] { 0, 1, 2, 2, -1 }.Select((answer, i) => new Case { Id = $"c{i}", Subject = "s", Labels = OneHot(answer) })];

        Assert.Equal([4 / 3.0, 4 / 3.0, 4 / 6.0], ClassWeights.Parse("balanced").For(Grade.Labels, [0, 1, 2], cases));
    }

    [Fact]
    public void ClassWeights_BalancedWithoutACase_SaysWhichClass()
    {
        Case[] cases = [.. new[] { 0, 2, 2 }.Select((answer, i) => new Case { Id = $"c{i}", Subject = "s", Labels = OneHot(answer) })];

        var error = Assert.Throws<TrainingException>(() => ClassWeights.Parse("balanced").For(Grade.Labels, [0, 1, 2], cases));
        Assert.Equal("'weights: balanced' has no ratio for 'grade.1': none of 3 known cases to train on is of that class. Give weights by_label, or use more cases.", error.Message);
    }

    [Theory]
    [InlineData("cross-entropy", "'weights' of 'cross-entropy' has a weight for 'grade.9', and there is no such class. There are grade.0, grade.1, grade.2.")]
    [InlineData("bce-with-logits", "'bce-with-logits' is for labels that do not exclude each other, and those of 'grade' do. Use cross-entropy, focal, or multi-task with a head for each question.")]
    [InlineData("focal", "'alpha' of 'focal' weighs positives against negatives, and all labels are classes here. Give 'weights' instead.")]
    public void Create_OptionsThatDoNotFitTheLabels_SaysWhatToDo(string name, string message)
    {
        var weights = new ClassWeights { ByLabel = new Dictionary<string, double> { ["grade.9"] = 4 } };
        ILossFactory factory = name switch
        {
            "cross-entropy" => new CrossEntropyFactory(new() { Weights = weights }),
            "focal" => new FocalFactory(new() { Alpha = 0.5 }),
            _ => new BceWithLogitsFactory(new()),
        };

        Assert.Equal(message, Assert.Throws<ExperimentException>(() => factory.Create(Context())).Message);
    }

    private static double[] OneHot(int answer) => [.. Enumerable.Range(0, 3).Select(i => answer < 0 ? double.NaN : i == answer ? 1.0 : 0)];

    private static LossContext Context() => new() { Labels = Grade.Labels, Groups = [Grade], TrainingCases = [], Device = torch.CPU };

    private static double Compute(ILossFactory factory)
    {
        using var scope = torch.NewDisposeScope();
        using var loss = factory.Create(Context());
        var labels = Answers.SelectMany(OneHot).Select(value => (float)value).ToArray();
        var output = new ModelOutput(torch.tensor(Array.ConvertAll(Logits, value => (float)value)).reshape(5, 3));
        return loss.Compute(output, new Batch([], torch.zeros(1), torch.tensor(labels).reshape(5, 3))).item<float>();
    }

    private static double Torch(string expression, string before = "pass")
    {
        var program = $"""
            import torch
            x = torch.tensor([{string.Join(", ", Logits.Select(value => value.ToString(CultureInfo.InvariantCulture)))}], dtype=torch.float64).reshape(5, 3)
            y = torch.tensor([{string.Join(", ", Answers)}])
            {before}
            print(float({expression}))
            """;
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-c", program]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<double>(output);
    }
}
