using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The random numbers that operators draw when they are given no generator.</summary>
    public static class random
    {
        /// <summary>Seeds every device.</summary>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>Seeds the CPU from the machine's entropy and returns that seed.</summary>
        public static long seed() => torch.seed();

        public static long initial_seed() => torch.initial_seed();

        /// <summary>The CPU generator's state as bytes.</summary>
        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    /// <inheritdoc cref="random.manual_seed"/>
    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.manual_seed(seed));
        return Generator.Default;
    }

    /// <inheritdoc cref="random.seed"/>
    public static long seed()
    {
        using var generator = Generator.Default;
        return generator.seed();
    }

    public static long initial_seed()
    {
        using var generator = Generator.Default;
        return generator.initial_seed();
    }

    /// <inheritdoc cref="random.get_rng_state"/>
    public static Tensor get_rng_state()
    {
        using var generator = Generator.Default;
        return generator.get_state();
    }

    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }

    // One number, without a tensor for the caller to dispose.
    public static double rand_float(Generator? generator = null) => Drawn(rand([1], ScalarType.Float64, generator: generator)).Real;

    public static double randn_float(Generator? generator = null) => Drawn(randn([1], ScalarType.Float64, generator: generator)).Real;

    public static bool randint_bool(Generator? generator = null) => randint_long(2, generator) != 0;

    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null) =>
        Drawn(randint(low, high, (long[])[1], generator: generator)).Integer;

    private static Scalar Drawn(Tensor number)
    {
        using (number)
            return number.ToScalar();
    }
}
