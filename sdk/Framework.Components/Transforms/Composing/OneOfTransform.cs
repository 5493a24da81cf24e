namespace Framework.Components.Transforms.Composing;

/// <summary>Applies one of several transforms, drawn by weight.</summary>
public sealed class OneOfTransform : ICompositeTransform
{
    private readonly IReadOnlyList<double> _weights;

    /// <summary>Checks the weights.</summary>
    /// <param name="options">Transforms and weights.</param>
    /// <exception cref="ExperimentException">There are not as many weights as transforms, one is below 0, or all are 0.</exception>
    public OneOfTransform(OneOfOptions options)
    {
        Transforms = options.Transforms;
        _weights = options.Weights.Count > 0 ? options.Weights : [.. Transforms.Select(_ => 1.0)];
        if (_weights.Count != Transforms.Count || _weights.Any(weight => !(weight >= 0)) || !(_weights.Sum() > 0))
            throw new ExperimentException($"'one-of' needs a weight of at least 0 for each of its {Transforms.Count} transforms, one of them above 0; 'weights' is [{string.Join(", ", _weights)}].");
    }

    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public IReadOnlyList<ITransform> Transforms { get; }

    /// <inheritdoc />
    public IReadOnlyList<int> Draw(RandomStream random)
    {
        var left = random.NextDouble() * _weights.Sum();
        var chosen = 0;
        while (chosen < _weights.Count - 1 && (left -= _weights[chosen]) >= 0)
            chosen++;
        return [chosen];
    }
}
