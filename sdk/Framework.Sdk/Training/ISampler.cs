namespace Framework.Sdk;

/// <summary>Says which cases an epoch of training shows, how often, and in what order.</summary>
/// <remarks>An epoch has as many draws as there are cases, whatever the sampler, so that steps, schedules and checkpoints mean the same.</remarks>
public interface ISampler
{
    /// <summary>Draws an epoch: depends on the arguments alone, so that a resumed run sees what an uninterrupted one does.</summary>
    /// <param name="context">The training part.</param>
    /// <param name="random">The unit's stream of orders: the same for every epoch.</param>
    /// <param name="epoch">From 0.</param>
    /// <returns>Positions in <see cref="SamplerContext.Cases"/>, as many as there are cases; some may come several times, others not at all.</returns>
    /// <exception cref="ExperimentException">The options name a label that there is not, or a case lacks it.</exception>
    IReadOnlyList<int> Draw(SamplerContext context, RandomStream random, int epoch);
}
