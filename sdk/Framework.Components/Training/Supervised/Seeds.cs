namespace Framework.Components.Training.Supervised;

/// <summary>What libtorch's generator is seeded with, as functions of the unit's stream.</summary>
internal static class Seeds
{
    public static long Initial(RandomStream unit) => Positive(unit.Derive("weights"));

    /// <summary>A seed of its own for every step, so that dropout needs no state to resume.</summary>
    public static long Step(RandomStream unit, long step) => Positive(unit.Derive("step").Derive(step));

    /// <summary>The same for one of several ranks, so that each draws for its own cases.</summary>
    public static long Step(RandomStream unit, long step, int rank) => rank == 0 ? Step(unit, step) : Positive(unit.Derive("step").Derive(step).Derive(rank));

    private static long Positive(RandomStream stream) => (long)(stream.NextBits() >> 1);
}
