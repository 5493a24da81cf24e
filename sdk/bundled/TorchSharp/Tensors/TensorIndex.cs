using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index of a tensor: a number, a slice, none (a new dimension), an ellipsis, a truth value, or a mask or index tensor.</summary>
    public struct TensorIndex
    {
        public static TensorIndex Ellipsis = new(new NativeIndex { Kind = IndexKind.Ellipsis });

        /// <summary>Inserts a dimension of size 1.</summary>
        public static TensorIndex None = new(new NativeIndex { Kind = IndexKind.None });

        /// <summary>As <see cref="None"/>.</summary>
        public static TensorIndex Null = None;

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        private readonly NativeIndex index;
        private readonly Tensor? tensor;

        private TensorIndex(NativeIndex index, Tensor? tensor = null)
        {
            this.index = index;
            this.tensor = tensor;
        }

        /// <summary>From start (included) to stop (excluded); negative counts from the end, null means the end on that side.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(new NativeIndex
        {
            Kind = IndexKind.Slice,
            Given = (start is null ? 0 : 1) | (stop is null ? 0 : 2) | (step is null ? 0 : 4),
            First = start ?? 0,
            Stop = stop ?? 0,
            Step = step ?? 1,
        });

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range)
        {
            long start = range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value;
            long stop = range.End.IsFromEnd ? -range.End.Value : range.End.Value;
            return Slice(start, range.End.IsFromEnd && stop == 0 ? null : stop);
        }

        public static TensorIndex Bool(bool value) => new(new NativeIndex { Kind = IndexKind.Boolean, First = value ? 1 : 0 });

        public static TensorIndex Single(long? index) =>
            index is long given ? new(new NativeIndex { Kind = IndexKind.Integer, First = given }) : None;

        public static TensorIndex Tensor(Tensor tensor) => new(new NativeIndex { Kind = IndexKind.Tensor }, tensor);

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>The mask or index tensor.</summary>
        public static implicit operator Tensor(TensorIndex value) =>
            value.tensor ?? throw new InvalidCastException("Only an index made of a tensor is one.");

        internal Tensor? Operand => tensor;

        internal NativeIndex ToNative() => index with { Tensor = tensor?.Handle ?? 0 };
    }
}
