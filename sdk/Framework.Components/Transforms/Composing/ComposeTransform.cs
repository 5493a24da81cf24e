namespace Framework.Components.Transforms.Composing;

/// <summary>Applies several transforms one after the other, as one: within one-of, with-probability, or under one <c>only</c>.</summary>
/// <param name="options">The transforms.</param>
public sealed class ComposeTransform(ComposeOptions options) : ICompositeTransform
{
    private readonly int[] _all = [.. Enumerable.Range(0, options.Transforms.Count)];

    /// <inheritdoc />
    public bool IsRandom => options.Transforms.Any(transform => transform.IsRandom);

    /// <inheritdoc />
    public IReadOnlyList<ITransform> Transforms => options.Transforms;

    /// <inheritdoc />
    public IReadOnlyList<int> Draw(RandomStream random) => _all;
}
