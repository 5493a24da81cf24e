namespace Framework.Components.Transforms.Composing;

/// <summary>Applies a transform with a probability, and leaves the sample as it is otherwise.</summary>
/// <param name="options">Transform and probability.</param>
public sealed class WithProbabilityTransform(WithProbabilityOptions options) : ICompositeTransform
{
    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public IReadOnlyList<ITransform> Transforms { get; } = [options.Transform];

    /// <inheritdoc />
    public IReadOnlyList<int> Draw(RandomStream random) => random.Chance(options.Probability) ? [0] : [];
}
