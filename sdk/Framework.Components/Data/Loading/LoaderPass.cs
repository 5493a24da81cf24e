namespace Framework.Components.Data.Loading;

/// <summary>One pass over the cases.</summary>
public sealed record LoaderPass
{
    private readonly int[] _order = [];
    private readonly int[] _repetitions = [];

    /// <summary>Which transforms apply.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Positions of the cases in the order in which they are read; the same may come several times.</summary>
    public required IReadOnlyList<int> Order
    {
        get => _order;
        init => (_order, _repetitions) = ([.. value], Count(value));
    }

    /// <summary>The epoch, from 0: random transforms differ between epochs.</summary>
    public int Epoch { get; init; }

    /// <summary>The first batch to give, from 0: where an interrupted pass goes on.</summary>
    public int FirstBatch { get; init; }

    /// <summary>Every case once, in an order drawn for this unit and epoch; or what a sampler draws.</summary>
    /// <param name="context">The training part.</param>
    /// <param name="sampler">Null for every case once.</param>
    /// <param name="unit">The unit's stream.</param>
    /// <param name="epoch">From 0.</param>
    /// <param name="firstBatch">Where to go on, from 0.</param>
    /// <exception cref="PluginException">The sampler drew more or fewer than there are cases.</exception>
    public static LoaderPass Training(SamplerContext context, ISampler? sampler, RandomStream unit, int epoch, int firstBatch)
    {
        if (sampler is null)
            return Training(context.Cases.Count, unit, epoch, firstBatch);
        var order = sampler.Draw(context, unit.Derive("order"), epoch);
        if (order.Count != context.Cases.Count || order.Any(position => position < 0 || position >= context.Cases.Count))
            throw new PluginException($"the sampler drew {order.Count} of {context.Cases.Count} cases, or one that there is not. It must draw as many as there are, each by its position.");
        return new LoaderPass { Phase = Phase.Train, Order = order, Epoch = epoch, FirstBatch = firstBatch };
    }

    /// <summary>Every case once, in an order drawn for this unit and epoch.</summary>
    /// <param name="cases">Number of cases.</param>
    /// <param name="unit">The unit's stream.</param>
    /// <param name="epoch">From 0.</param>
    /// <param name="firstBatch">Where to go on, from 0.</param>
    public static LoaderPass Training(int cases, RandomStream unit, int epoch, int firstBatch)
    {
        var order = Enumerable.Range(0, cases).ToArray();
        unit.Derive("order").Derive(epoch).Shuffle(order.AsSpan());
        return new LoaderPass { Phase = Phase.Train, Order = order, Epoch = epoch, FirstBatch = firstBatch };
    }

    /// <summary>Every case once, as they stand.</summary>
    /// <param name="cases">Number of cases.</param>
    public static LoaderPass Evaluation(int cases) => new() { Phase = Phase.Evaluate, Order = [.. Enumerable.Range(0, cases)] };

    /// <summary>Every case once, as they stand, and the last one again until the last batch is full: convolutions may round otherwise in a smaller batch, so that
    /// what a case gets would depend on how many others are predicted with it.</summary>
    /// <param name="cases">Number of cases.</param>
    /// <param name="batchSize">Cases in a batch.</param>
    public static LoaderPass WholeBatches(int cases, int batchSize) => new()
    {
        Phase = Phase.Evaluate,
        Order = [.. Enumerable.Range(0, (cases + batchSize - 1) / batchSize * batchSize).Select(at => Math.Min(at, cases - 1))],
    };

    /// <summary>What the case at a position of the order is loaded for: a case that comes again is augmented otherwise.</summary>
    internal SampleMoment Moment(int position) => new(Phase, Epoch, _repetitions[position]);

    private static int[] Count(IReadOnlyList<int> order)
    {
        var seen = new Dictionary<int, int>();
        var repetitions = new int[order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            repetitions[i] = seen.GetValueOrDefault(order[i]);
            seen[order[i]] = repetitions[i] + 1;
        }

        return repetitions;
    }
}
