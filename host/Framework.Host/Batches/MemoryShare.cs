using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>Whether workers fit into the memory beside each other.</summary>
internal static class MemoryShare
{
    /// <summary>Checks before anything is trained.</summary>
    /// <param name="workers">How many at one time.</param>
    /// <param name="each">Bytes that one takes.</param>
    /// <param name="available">Bytes that there were before the first.</param>
    /// <param name="option">What says how many there are.</param>
    /// <param name="name">What they are called, in the plural.</param>
    /// <exception cref="ExperimentException">They do not; the message says how many do.</exception>
    public static void Check(int workers, long each, long available, string option = "--parallel", string name = "workers")
    {
        if (each <= 0 || workers * each <= available)
            return;
        var fit = available / each;
        throw new ExperimentException(FormattableString.Invariant($"{option}: {workers} {name} take about {workers * each / 1e9:0.0} GB of memory, {each / 1e9:0.0} GB each, and {available / 1e9:0.0} GB are available. ")
            + (fit > 0 ? FormattableString.Invariant($"Use {option} {fit}.") : "Not even one fits: use fewer --loader-threads or a smaller batch."));
    }
}
