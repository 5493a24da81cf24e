using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A name for whoever looks at the tensor; libtorch does not know it.</summary>
        public string? name { get; set; }

        /// <summary>The one element of the tensor, from whatever device.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The tensor has not exactly one element.</exception>
        public T item<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return ToScalar().As<T>();
        }

        /// <inheritdoc cref="item{T}"/>
        public Scalar ToScalar()
        {
            Native.Check(Native.tensor_item(Handle, out var integer, out var real, out var imaginary));
            return dtype switch
            {
                ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => Scalar.OfComplex(dtype, real, imaginary),
                ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 => Scalar.OfReal(dtype, real),
                _ => Scalar.OfInteger(dtype, integer),
            };
        }

        /// <summary>The elements, read and written in place; the tensor must be in host memory.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not in host memory.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The memory of a contiguous tensor in host memory; assigning copies bytes into it.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("Only a contiguous tensor has its bytes in one piece. Call contiguous() first.");
                return new Span<byte>((void*)HostPointer(), checked((int)(NumberOfElements * ElementSize)));
            }

            set
            {
                var target = bytes;
                if (value.Length != target.Length)
                    throw new ArgumentException($"The tensor has {target.Length} bytes; {value.Length} are given.");
                value.CopyTo(target);
            }
        }

        /// <summary>Nested lists of numbers; a bare number where the tensor has no dimensions.</summary>
        public object tolist() => Dimensions == 0
            ? ToScalar().Boxed()
            : Enumerable.Range(0, (int)shape[0]).Select(Row).ToList();

        internal IntPtr HostPointer()
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"The tensor is on '{device}', where its elements cannot be read. Copy it with cpu() first.");
            Native.Check(Native.tensor_data(Handle, out var pointer));
            return pointer;
        }

        private object Row(int i)
        {
            using var row = select(0, i);
            return row.tolist();
        }

        private void RequireType<T>()
        {
            if (ElementTypes.TryOf(typeof(T)) != dtype)
                throw new ArgumentException($"The tensor's elements are {dtype}; they cannot be read as '{typeof(T).Name}'. Convert it with to() first.");
        }
    }
}
