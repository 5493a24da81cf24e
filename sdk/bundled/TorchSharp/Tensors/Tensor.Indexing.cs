using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Numbers, slices and none give a view; masks and index tensors a copy. Assigning writes through, with broadcasting.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices, false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices, false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => index(Numbers(indices));
            set => index_put_(value, Numbers(indices), false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index(Numbers([i1]));
            set => index_put_(value, Numbers([i1]), false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(Numbers([i1, i2]));
            set => index_put_(value, Numbers([i1, i2]), false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(Numbers([i1, i2, i3]));
            set => index_put_(value, Numbers([i1, i2, i3]), false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(Numbers([i1, i2, i3, i4]));
            set => index_put_(value, Numbers([i1, i2, i3, i4]), false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => index(Numbers([i1, i2, i3, i4, i5]));
            set => index_put_(value, Numbers([i1, i2, i3, i4, i5]), false);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => index(Numbers([i1, i2, i3, i4, i5, i6]));
            set => index_put_(value, Numbers([i1, i2, i3, i4, i5, i6]), false);
        }

        public unsafe Tensor index(params TensorIndex[] indices)
        {
            IntPtr result;
            fixed (NativeIndex* native = ToNative(indices))
                Native.Check(Native.tensor_index(Handle, native, indices.Length, out result));
            GC.KeepAlive(indices);
            return new Tensor(result);
        }

        public Tensor index(params Tensor[] indices) => index(Tensors(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public unsafe Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            if (accumulate)
                return index_put_(value, AllTensors(indices), true);
            fixed (NativeIndex* native = ToNative(indices))
                Native.Check(Native.tensor_index_put(Handle, native, indices.Length, value.Handle));
            GC.KeepAlive(indices);
            GC.KeepAlive(value);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>With <paramref name="accumulate"/> the values are added, repeated indices each time; otherwise they replace.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Aten.index_put_.CallInPlace(this, indices, value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = torch.full((long[])[], value, dtype, device);
            return index_put_(number, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Tensors(indices));

        private static TensorIndex[] Numbers(long[] indices) => Array.ConvertAll(indices, index => (TensorIndex)index);

        private static TensorIndex[] Tensors(Tensor[] indices) => Array.ConvertAll(indices, TensorIndex.Tensor);

        private static NativeIndex[] ToNative(TensorIndex[] indices) => Array.ConvertAll(indices, index => index.ToNative());

        private static Tensor[] AllTensors(TensorIndex[] indices) => Array.ConvertAll(indices, index =>
            index.Operand ?? throw new ArgumentException("Accumulating needs an index tensor in every place."));
    }
}

file static class Aten
{
    public static readonly Operator index_put_ = new("aten::index_put_");
}
