using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // 'unbiased' divides by the count less one; 'type' converts the elements first.
    public partial class Tensor
    {
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std.Call(Typed(type), dimensions, unbiased, keepdim);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((long[])[dim], unbiased, keepdim, type);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var.Call(Typed(type), dimensions, unbiased, keepdim);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((long[])[dim], unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_mean.Call2(Typed(type), dimensions, unbiased, keepdim);

        public (
            Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            std_mean(dimensions.ToArray(), unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((long[])[dim], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (
            Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            std_mean((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (
            Tensor @var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_mean.Call2(Typed(type), dimensions, unbiased, keepdim);

        public (
            Tensor @var, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            var_mean(dimensions.ToArray(), unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((long[])[dim], unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (
            Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            var_mean((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        private Tensor Typed(ScalarType? type) => type is ScalarType wanted ? to_type(wanted) : this;
    }
}

file static class Aten
{
    public static readonly Operator std = new("aten::std", "dim");
    public static readonly Operator var = new("aten::var", "dim");
    public static readonly Operator std_mean = new("aten::std_mean", "dim");
    public static readonly Operator var_mean = new("aten::var_mean", "dim");
}
