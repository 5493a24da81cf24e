namespace Framework.Components.Transforms.Composing;

/// <summary>Applies a transform with a probability, and leaves the sample as it is otherwise.</summary>
/// <param name="options">Transform and probability.</param>
public sealed class WithProbabilityTransform(WithProbabilityOptions options) : ITransform, IComposedTransform
{
    IReadOnlyList<ITransform> IComposedTransform.Parts => [options.Transform];

    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context) =>
        context.Random.Chance(options.Probability) ? options.Transform.Apply(sample, context.Derive(0)) : sample;
}
