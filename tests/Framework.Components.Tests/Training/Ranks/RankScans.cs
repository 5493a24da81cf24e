using System.Globalization;

namespace Framework.Components.Tests.Training.Ranks;

/// <summary>Noise with a bright bar whose width is the first label; the second label is whether it lies to the left. Some labels and masks are missing.</summary>
internal sealed class RankScans(int[] shape, bool masks = false) : IDataSource
{
    /// <summary>Labels by number: the second is unknown of every third case.</summary>
    public static Case[] Cases(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => new Case { Id = $"case{i}", Subject = $"subject{i}", Labels = [i % 2, i % 3 == 2 ? double.NaN : i / 2 % 2] })];

    public SampleSet Set(Case[] cases, params TransformStep[] steps) => new(cases, new SamplePipeline(this, steps, new RandomStream(5)));

    public DataIndex Index(IndexContext context) => throw new NotSupportedException();

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var number = int.Parse(item.Id.AsSpan("case".Length), CultureInfo.InvariantCulture);
        // Of unequal length where cases are bags.
        int[] own = shape[0] < 0 ? [-shape[0], 2 + (number % 3), .. shape[2..]] : shape;
        var (image, mask, noise) = (workspace.Allocate(own), workspace.Allocate([1, .. own[1..]]), new RandomStream(9).Derive(item.Id));
        var side = own[^1];
        var left = number / 2 % 2 == 1 ? 1 : side / 2;
        var width = number % 2 == 1 ? side / 2 : side / 4;
        for (var i = 0; i < image.Length; i++)
        {
            var isBright = i % side >= left && i % side < left + width;
            image.Pixels[i] = (isBright ? 1 : 0) + (float)(0.4 * noise.Normal());
            if (i < mask.Length)
                mask.Pixels[i] = isBright ? 1 : 0;
        }

        return masks && number % 4 != 3 ? new Sample(item, image).With(mask, "mask") : new Sample(item, image);
    }
}
