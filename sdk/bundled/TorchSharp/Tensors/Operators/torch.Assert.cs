namespace TorchSharp;

public static partial class torch
{
    /// <exception cref="InvalidOperationException">The condition does not hold.</exception>
    public static void _assert(bool condition, string message)
    {
        if (!condition)
            throw new InvalidOperationException(message);
    }

    /// <inheritdoc cref="_assert(bool, string)"/>
    public static void _assert(Func<bool> condition, string message) => _assert(condition(), message);

    public static Tensor real(Tensor input) => input.real;

    public static Tensor imag(Tensor input) => input.imag;

    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        input.moveaxis([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        input.moveaxis([source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);
}
