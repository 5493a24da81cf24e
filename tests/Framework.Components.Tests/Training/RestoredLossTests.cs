using Framework.Components.Training.Losses;
using TorchSharp;

namespace Framework.Components.Tests.Training;

/// <summary>A model that is restored has no training case: every loss must be made all the same, and give the probabilities that it gave.</summary>
public sealed class RestoredLossTests
{
    private static readonly LabelGroup Grade = new("grade", ["none", "mild", "severe"]);
    private static readonly string[] Labels = [.. Grade.Labels, "pain"];
    private static readonly ClassWeights Balanced = ClassWeights.Parse("balanced");
    private static readonly PositiveWeight Positives = PositiveWeight.Parse("balanced");

    public static TheoryData<string> Losses => ["bce-with-logits", "cross-entropy", "focal", "focal of groups", "multi-task"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Create_WithoutTrainingCases_GivesTheSameProbabilities(string name)
    {
        var (factory, labels, groups) = Of(name);
        using var scope = torch.NewDisposeScope();
        var output = new ModelOutput(new Dictionary<string, torch.Tensor>
        {
            [ModelOutput.LogitsName] = Logits(labels.Length),
            ["grade"] = Logits(3),
            ["pain"] = Logits(1),
        });
        LossContext Context(Case[] cases) => new() { Labels = labels, Groups = groups, TrainingCases = cases, Device = torch.CPU };

        using var fitted = factory.Create(Context([.. Enumerable.Range(0, 12).Select(i => CaseOf(i, labels))]));
        using var restored = factory.Create(Context([]));

        Assert.Equal(fitted.Probabilities(output).data<float>().ToArray(), restored.Probabilities(output).data<float>().ToArray());
    }

    private static torch.Tensor Logits(int columns) => torch.tensor([.. Enumerable.Range(0, 5 * columns).Select(i => (float)Math.Sin(i))]).reshape(5, columns);

    // Each class and each answer occurs, in unequal numbers.
    private static Case CaseOf(int i, string[] labels)
    {
        var grade = (i % 4) switch { 3 => "severe", 2 => "mild", _ => "none" };
        return new Case { Id = $"c{i}", Subject = $"s{i}", Labels = [.. labels.Select(label => label == grade || (label == "pain" && i % 3 == 0) ? 1.0 : 0)] };
    }

    private static (ILossFactory Factory, string[] Labels, LabelGroup[] Groups) Of(string name) => name switch
    {
        "bce-with-logits" => (new BceWithLogitsFactory(new() { PosWeight = Positives }), ["pain"], []),
        "cross-entropy" => (new CrossEntropyFactory(new() { Weights = Balanced }), [.. Grade.Labels], [Grade]),
        "focal" => (new FocalFactory(new() { Alpha = 0.25 }), ["pain"], []),
        "focal of groups" => (new FocalFactory(new() { Weights = Balanced }), Labels, [Grade]),
        _ => (new MultiTaskFactory(new() { Tasks = [new() { Head = "grade", Loss = new CrossEntropyFactory(new() { Weights = Balanced }) }, new() { Head = "pain", Loss = new BceWithLogitsFactory(new() { PosWeight = Positives }) }] }), Labels, [Grade]),
    };
}
