using System.Globalization;

namespace Framework.Components.Data.Loading;

/// <summary>Shows every class of the training part equally often in each epoch.</summary>
/// <remarks>
/// With n cases and k classes each class is drawn n / k times (the first of them once more where that is no whole number). A class is walked round
/// in an order drawn once, epoch after epoch: in an epoch, and over all epochs so far, its cases differ by at most one in how often they were drawn.
/// </remarks>
/// <param name="options">What the classes are.</param>
public sealed class ClassBalancedSampler(BalancedOptions options) : ISampler
{
    /// <inheritdoc />
    public IReadOnlyList<int> Draw(SamplerContext context, RandomStream random, int epoch)
    {
        var classes = Enumerable.Range(0, context.Cases.Count).GroupBy(Classes(context))
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray()).ToList();
        var order = new List<int>(context.Cases.Count);
        for (var i = 0; i < classes.Count; i++)
        {
            var count = (context.Cases.Count / classes.Count) + (i < context.Cases.Count % classes.Count ? 1 : 0);
            order.AddRange(Walk(classes[i], random.Derive("class").Derive(i), (long)epoch * count, count));
        }

        var drawn = order.ToArray();
        random.Derive(epoch).Shuffle(drawn.AsSpan());
        return drawn;
    }

    /// <summary>A stretch of an endless walk round a class: one order for all rounds, so that no stretch of a round's length meets a case twice.</summary>
    private static IEnumerable<int> Walk(int[] members, RandomStream random, long from, int count)
    {
        random.Shuffle(members.AsSpan());
        for (var at = from; at < from + count; at++)
            yield return members[at % members.Length];
    }

    private Func<int, string> Classes(SamplerContext context)
    {
        int[] labels = options.Label is null ? [.. Enumerable.Range(0, context.Labels.Count)] : [LabelPlace.Find("balanced", options.Label, context.Labels)];
        return position => string.Join(' ', labels.Select(label => LabelPlace.Value("balanced", context, position, label).ToString(CultureInfo.InvariantCulture)));
    }
}
