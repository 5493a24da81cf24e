namespace Framework.Components.Data;

/// <summary>One pass over the cases.</summary>
public sealed record LoaderPass
{
    /// <summary>Which transforms apply.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Positions of the cases in the order in which they are read.</summary>
    public required IReadOnlyList<int> Order { get; init; }

    /// <summary>The epoch, from 0: random transforms differ between epochs.</summary>
    public int Epoch { get; init; }

    /// <summary>The first batch to give, from 0: where an interrupted pass goes on.</summary>
    public int FirstBatch { get; init; }

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
}
