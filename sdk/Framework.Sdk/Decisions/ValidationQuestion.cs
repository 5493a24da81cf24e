namespace Framework.Sdk;

/// <summary>What a fold's validation part says of one question: a label, or a group of labels that are its classes. Rows without an answer are left out.</summary>
public sealed class ValidationQuestion
{
    private readonly double[] _targets;
    private readonly double[] _outputs;

    // Only a table that was checked to be of the validation part asks questions.
    internal ValidationQuestion(string name, IReadOnlyList<string> labels, double[] targets, double[] outputs) =>
        (Name, Labels, _targets, _outputs) = (name, labels, targets, outputs);

    /// <summary>The label's or the group's name.</summary>
    public string Name { get; }

    /// <summary>Its columns: one for a label, the classes of a group.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Rows with an answer.</summary>
    public int Count => _targets.Length / Labels.Count;

    /// <summary>Row-major (row, column): 1 or 0.</summary>
    public ReadOnlySpan<double> Targets => _targets;

    /// <summary>Row-major (row, column): probabilities.</summary>
    public ReadOnlySpan<double> Outputs => _outputs;

    /// <summary>One column, as for a label of its own.</summary>
    /// <param name="column">Position in <see cref="Labels"/>.</param>
    public ValidationQuestion Column(int column)
    {
        int[] cells = [.. Enumerable.Range(0, Count).Select(row => (row * Labels.Count) + column)];
        return new ValidationQuestion(Labels[column], [Labels[column]], Array.ConvertAll(cells, cell => _targets[cell]), Array.ConvertAll(cells, cell => _outputs[cell]));
    }
}
