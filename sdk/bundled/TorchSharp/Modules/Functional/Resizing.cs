namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // What an interpolation aims at: a size or a factor for each spatial axis of the input, never both.
            private readonly record struct Resizing(long[] From, long[]? Size, double[]? Factor)
            {
                public int Axes => From.Length;

                public static Resizing Of(Tensor x, long[]? size, double[]? factor)
                {
                    var shape = x.shape;
                    if (shape.Length is < 3 or > 5)
                        throw new ArgumentException($"Interpolation needs (n, c, axes...) with 1 to 3 axes; the input is [{string.Join(", ", shape)}].");
                    if (size is null == factor is null)
                        throw new ArgumentException("Interpolation needs either a size or a scale_factor.");
                    var from = shape[2..];
                    return new Resizing(from, ForEachAxis(size, from.Length, nameof(size)), ForEachAxis(factor, from.Length, nameof(factor)));
                }

                private static T[]? ForEachAxis<T>(T[]? values, int axes, string name)
                {
                    if (values is null || values.Length == axes)
                        return values;
                    if (values.Length == 1)
                        return [.. Enumerable.Repeat(values[0], axes)];
                    throw new ArgumentException($"Interpolation of {axes} spatial axes needs a {name} of {axes} numbers or one; it has {values.Length}.");
                }

                public Resizing BySize()
                {
                    if (Factor is not { } factors)
                        return this;
                    return this with { Size = [.. From.Zip(factors, (from, factor) => (long)Math.Floor(from * factor))], Factor = null };
                }
            }
        }
    }
}
