namespace Framework.Components.Transforms.Composing;

/// <summary>Applies several transforms one after the other, as one: within one-of, with-probability, or under one <c>only</c>.</summary>
/// <param name="options">The transforms.</param>
public sealed class ComposeTransform(ComposeOptions options) : ITransform, IComposedTransform
{
    IReadOnlyList<ITransform> IComposedTransform.Parts => options.Transforms;

    /// <inheritdoc />
    public bool IsRandom => options.Transforms.Any(transform => transform.IsRandom);

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        for (var i = 0; i < options.Transforms.Count; i++)
            sample = options.Transforms[i].Apply(sample, context.Derive(i));
        return sample;
    }
}
