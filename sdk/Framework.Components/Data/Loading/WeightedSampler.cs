namespace Framework.Components.Data.Loading;

/// <summary>Shows cases as often as the weights of their labels say.</summary>
/// <remarks>
/// A case of weight w is expected n w / (sum of all weights) times in an epoch of n draws, and is drawn that often, rounded down or up (systematic
/// sampling, Madow 1949): without replacement wherever that number is at most 1. Equal weights draw every case once.
/// </remarks>
public sealed class WeightedSampler : ISampler
{
    private readonly WeightedOptions _options;

    /// <summary>Checks the weights.</summary>
    /// <param name="options">The weights.</param>
    /// <exception cref="ExperimentException">One is not a number above 0.</exception>
    public WeightedSampler(WeightedOptions options)
    {
        _options = options;
        foreach (var (label, weight) in options.Weights)
        {
            if (!(weight > 0) || !double.IsFinite(weight))
                throw new ExperimentException(FormattableString.Invariant($"'weighted' needs weights above 0; that of '{label}' is {weight}."));
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<int> Draw(SamplerContext context, RandomStream random, int epoch)
    {
        var stream = random.Derive(epoch);
        var order = Enumerable.Range(0, context.Cases.Count).ToArray();
        stream.Derive("places").Shuffle(order.AsSpan());
        var drawn = Systematic(order, Weigh(context), stream.Derive("start").NextDouble());
        stream.Shuffle(drawn.AsSpan());
        return drawn;
    }

    /// <summary>Cases side by side, as wide as they weigh; drawn is what lies at every whole number from a random start on.</summary>
    private static int[] Systematic(int[] order, double[] weights, double start)
    {
        var sum = order.Sum(position => weights[position]);
        var drawn = new int[order.Length];
        var (at, end) = (0, order.Length > 0 ? weights[order[0]] : 0);
        for (var i = 0; i < drawn.Length; i++)
        {
            // In shares of all: rounding cannot lead beyond the last case.
            while (at < order.Length - 1 && (i + start) / drawn.Length * sum >= end)
                end += weights[order[++at]];
            drawn[i] = order[at];
        }

        return drawn;
    }

    private double[] Weigh(SamplerContext context)
    {
        var weights = _options.Weights.Count > 0
            ? _options.Weights.ToDictionary(pair => LabelPlace.Find("weighted", pair.Key, context.Labels), pair => pair.Value)
            : Enumerable.Range(0, context.Labels.Count).ToDictionary(label => label, label => Rarity(context, position => Has(context, position, label)));
        var rest = _options.Weights.Count > 0 ? 1 : Rarity(context, position => !weights.Keys.Any(label => Has(context, position, label)));
        return [.. Enumerable.Range(0, context.Cases.Count).Select(position =>
            weights.Where(pair => Has(context, position, pair.Key)).Select(pair => pair.Value).DefaultIfEmpty(rest).Max())];
    }

    private static bool Has(SamplerContext context, int position, int label) => LabelPlace.Value("weighted", context, position, label) > 0;

    private static double Rarity(SamplerContext context, Func<int, bool> belongs) =>
        context.Cases.Count / (double)Math.Max(1, Enumerable.Range(0, context.Cases.Count).Count(belongs));
}
