namespace Framework.Sdk;

/// <summary>A transform made of others, some of which it applies. Which ones is drawn first, so that a batch on a device can be divided by it.</summary>
public interface ICompositeTransform : ITransform
{
    /// <summary>The transforms it is made of.</summary>
    IReadOnlyList<ITransform> Transforms { get; }

    /// <summary>Draws which of them apply.</summary>
    /// <param name="random">The stream of this transform for this case in this epoch.</param>
    /// <returns>Their positions, rising; each transform then has the stream derived from this one's by its position.</returns>
    IReadOnlyList<int> Draw(RandomStream random);

    /// <inheritdoc />
    Sample ITransform.Apply(Sample sample, TransformContext context)
    {
        foreach (var at in Draw(context.Random))
            sample = Transforms[at].Apply(sample, context.Derive(at));
        return sample;
    }
}
