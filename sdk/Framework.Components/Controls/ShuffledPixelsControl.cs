namespace Framework.Components.Controls;

/// <summary>Moves every pixel of the network's input to a random place, its own for each case: what the score is worth without any shape.</summary>
/// <remarks>The channels of a pixel stay together, so that what a case's values are stays known and where they are does not.</remarks>
public sealed class ShuffledPixelsControl : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        AtMost = 0.65,
        BelowRun = true,
        Otherwise = "The values alone, without any shape, do about as well: brightness or the background tells the labels.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with
    {
        Appended = [.. recipe.Appended, new TransformStep("shuffled-pixels", new Shuffle(random))],
    };

    private sealed class Shuffle(RandomStream random) : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context)
        {
            var from = sample.Image;
            var to = context.Workspace.Allocate(from.Shape, from);
            var order = Enumerable.Range(0, from.Length / from.Channels).ToArray();
            random.Derive(sample.Case.RandomKey).Shuffle(order.AsSpan());
            for (var channel = 0; channel < from.Channels; channel++)
            {
                var source = from.Channel(channel);
                var target = to.Channel(channel);
                for (var i = 0; i < order.Length; i++)
                    target[i] = source[order[i]];
            }

            return sample.With(to);
        }
    }
}
