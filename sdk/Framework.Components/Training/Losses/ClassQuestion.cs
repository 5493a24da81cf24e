using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>The classes of one question among the columns of logits and labels, each with its weight.</summary>
internal sealed class ClassQuestion : IDisposable
{
    private readonly torch.Tensor? _columns;
    private readonly torch.Tensor _weights;

    /// <summary>Prepares the columns.</summary>
    /// <param name="name">The question, for messages.</param>
    /// <param name="columns">Where the classes stand.</param>
    /// <param name="weights">Of each class.</param>
    /// <param name="context">All labels, and the device.</param>
    public ClassQuestion(string name, int[] columns, double[] weights, LossContext context)
    {
        (Name, Columns) = (name, columns);
        using var scope = torch.NewDisposeScope();
        _weights = torch.tensor(Array.ConvertAll(weights, weight => (float)weight)).to(context.Device).DetachFromDisposeScope();
        _columns = columns.SequenceEqual(Enumerable.Range(0, context.Labels.Count))
            ? null
            : torch.tensor(Array.ConvertAll(columns, column => (long)column)).to(context.Device).DetachFromDisposeScope();
    }

    /// <summary>The question.</summary>
    public string Name { get; }

    /// <summary>Where the classes stand.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>
    /// The questions of a context: its groups, or all labels as one question where there is no group. Each known answer must be one class.
    /// </summary>
    /// <exception cref="TrainingException">A case answers with no class or several.</exception>
    public static ClassQuestion[] Of(string component, LossContext context, ClassWeights weights)
    {
        IReadOnlyList<LabelGroup> groups = context.Groups.Count > 0 ? context.Groups : [new LabelGroup("", context.Labels)];
        weights.Check(component, groups.SelectMany(group => group.Labels));
        return [.. groups.Select(group => Of(component, context, group, weights))];
    }

    /// <summary>The columns of the question alone.</summary>
    public torch.Tensor Select(torch.Tensor all) => _columns is null ? all : all.index_select(1, _columns);

    /// <summary>The loss of each class of each case, weighted, with the sum of the true classes' weights: their quotient is a weighted mean.</summary>
    /// <param name="batch">Its labels, (case, label).</param>
    /// <param name="perClass">From the logits of the question to the loss if that class were the true one, (case, class).</param>
    /// <param name="logits">(case, label).</param>
    /// <param name="smoothing">Share of the target that is spread over all classes.</param>
    public torch.Tensor Mean(torch.Tensor logits, Batch batch, Func<torch.Tensor, torch.Tensor> perClass, double smoothing = 0)
    {
        var answers = Select(batch.Labels);
        var known = torch.isnan(answers).any(1).logical_not().to(torch.ScalarType.Float32);
        var truth = answers.nan_to_num(0) * known.unsqueeze(1);
        var target = smoothing == 0 ? truth : (truth * (1 - smoothing)) + (known.unsqueeze(1) * (smoothing / Columns.Count));
        // A batch without any known answer has the loss 0, and no gradient.
        return (target * _weights * perClass(Select(logits))).sum() / batch.Total((truth * _weights).sum()).clamp_min(1e-12);
    }

    public void Dispose()
    {
        _columns?.Dispose();
        _weights.Dispose();
    }

    private static ClassQuestion Of(string component, LossContext context, LabelGroup group, ClassWeights weights)
    {
        int[] columns = [.. group.Labels.Select(label => Enumerable.Range(0, context.Labels.Count).First(at => context.Labels[at] == label))];
        foreach (var item in context.TrainingCases)
        {
            double[] answers = Array.ConvertAll(columns, column => item.Labels[column]);
            var isOneHot = answers.Any(double.IsNaN) || (answers.Count(value => value == 1) == 1 && answers.All(value => value is 0 or 1));
            if (!isOneHot)
                throw new TrainingException($"'{component}' needs exactly one label of 1 in each case{(group.Name.Length == 0 ? "" : $" for '{group.Name}'")}; case '{item.Id}' has {string.Join(", ", answers)}. Use bce-with-logits where labels do not exclude each other.");
        }

        return new ClassQuestion(group.Name, columns, weights.For(group.Labels, columns, context.TrainingCases), context);
    }
}
