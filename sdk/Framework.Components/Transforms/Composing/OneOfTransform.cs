namespace Framework.Components.Transforms.Composing;

/// <summary>Applies one of several transforms, drawn by weight.</summary>
public sealed class OneOfTransform : ITransform, IComposedTransform
{
    private readonly IReadOnlyList<ITransform> _transforms;
    private readonly IReadOnlyList<double> _weights;

    /// <summary>Checks the weights.</summary>
    /// <param name="options">Transforms and weights.</param>
    /// <exception cref="ExperimentException">There are not as many weights as transforms, one is below 0, or all are 0.</exception>
    public OneOfTransform(OneOfOptions options)
    {
        _transforms = options.Transforms;
        _weights = options.Weights.Count > 0 ? options.Weights : [.. _transforms.Select(_ => 1.0)];
        if (_weights.Count != _transforms.Count || _weights.Any(weight => !(weight >= 0)) || !(_weights.Sum() > 0))
            throw new ExperimentException($"'one-of' needs a weight of at least 0 for each of its {_transforms.Count} transforms, one of them above 0; 'weights' is [{string.Join(", ", _weights)}].");
    }

    IReadOnlyList<ITransform> IComposedTransform.Parts => _transforms;

    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var left = context.Random.NextDouble() * _weights.Sum();
        var chosen = 0;
        while (chosen < _weights.Count - 1 && (left -= _weights[chosen]) >= 0)
            chosen++;
        return _transforms[chosen].Apply(sample, context.Derive(chosen));
    }
}
