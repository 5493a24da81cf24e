namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Sizes along the spatial axes, however they were given.
        private static long[] Window(long size, int axes)
        {
            var all = new long[axes];
            Array.Fill(all, size);
            return all;
        }

        private static long[]? Window(long? size, int axes) => size is { } given ? Window(given, axes) : null;

        private static long[] Window((long, long) sizes) => [sizes.Item1, sizes.Item2];

        private static long[] Window((long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];

        private static long[]? Window((long, long)? sizes) => sizes is { } given ? Window(given) : null;

        private static long[]? Window((long, long, long)? sizes) => sizes is { } given ? Window(given) : null;
    }
}
