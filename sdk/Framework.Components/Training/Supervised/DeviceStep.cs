namespace Framework.Components.Training.Supervised;

/// <summary>A transform of a chain as it applies to the rows of a batch: the step itself, or one of those that a compose, one-of or with-probability is made of.</summary>
/// <param name="Step">Position in the chain.</param>
/// <param name="Transform">What it does.</param>
/// <param name="Within">The composites that it stands in, from the outermost, each with its position there.</param>
internal sealed record DeviceStep(int Step, ITransform Transform, IReadOnlyList<(ICompositeTransform Composite, int At)> Within)
{
    /// <summary>The transforms of a step, in the order in which they apply.</summary>
    public static IEnumerable<DeviceStep> Of(int step, ITransform transform) => Open(new DeviceStep(step, transform, []));

    /// <summary>Its stream for a row; null where the composites leave it out for that row.</summary>
    /// <param name="random">The step's stream for that row.</param>
    public RandomStream? StreamOf(RandomStream random)
    {
        foreach (var (composite, at) in Within)
        {
            if (!composite.Draw(random).Contains(at))
                return null;
            random = random.Derive(at);
        }

        return random;
    }

    private static IEnumerable<DeviceStep> Open(DeviceStep step) => step.Transform is ICompositeTransform composite
        ? composite.Transforms.SelectMany((inner, at) => Open(new DeviceStep(step.Step, inner, [.. step.Within, (composite, at)])))
        : [step];
}
