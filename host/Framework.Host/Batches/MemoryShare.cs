using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>Whether workers fit into the memory beside each other, whichever of the units that are known meet.</summary>
/// <param name="workers">The most at one time.</param>
/// <param name="available">Bytes that there were before the first.</param>
/// <param name="option">What says how many there are.</param>
/// <param name="name">What they are called, in the plural.</param>
internal sealed class MemoryShare(int workers, long available, string option = "--parallel", string name = "workers")
{
    private readonly Lock _lock = new();
    private long[] _greatest = [];

    /// <summary>Bytes that the most demanding units take which may be done at one time.</summary>
    public long Needed => _greatest.Sum();

    /// <summary>Adds the units of an experiment, before any of them is begun.</summary>
    /// <param name="units">How many.</param>
    /// <param name="each">Bytes that the most demanding of them takes.</param>
    /// <exception cref="ExperimentException">They do not fit beside those that were added before; the message says how many workers do. They are not added.</exception>
    public void Add(int units, long each)
    {
        lock (_lock)
        {
            long[] greatest = [.. _greatest.Concat(Enumerable.Repeat(each, Math.Min(units, workers))).OrderDescending().Take(workers)];
            if (greatest.Sum() > available)
                throw TooMuch(greatest);
            _greatest = greatest;
        }
    }

    /// <summary>For people.</summary>
    public override string ToString() => FormattableString.Invariant($"at one time they take up to {Needed / 1e9:0.0} GB of memory, and {available / 1e9:0.0} GB are available");

    private ExperimentException TooMuch(long[] greatest)
    {
        var fit = Enumerable.Range(1, greatest.Length).TakeWhile(count => greatest.Take(count).Sum() <= available).LastOrDefault();
        return new ExperimentException(FormattableString.Invariant($"{option}: {greatest.Length} {name} take about {greatest.Sum() / 1e9:0.0} GB of memory, up to {greatest[0] / 1e9:0.0} GB each, and {available / 1e9:0.0} GB are available. ")
            + (fit > 0 ? FormattableString.Invariant($"Use {option} {fit}.") : "Not even one fits: use fewer --loader-threads or a smaller batch."));
    }
}
