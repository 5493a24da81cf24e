using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => Native.tensor_dim(Handle);

        public long ndim => Dimensions;

        public long dim() => Dimensions;

        public long NumberOfElements => Native.tensor_numel(Handle);

        public long numel() => NumberOfElements;

        /// <summary>Bytes an element.</summary>
        public long ElementSize => Native.tensor_element_size(Handle);

        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)Native.tensor_dtype(Handle);

        public DeviceType device_type => (DeviceType)Native.tensor_device_type(Handle);

        public int device_index => Native.tensor_device_index(Handle);

        public Device device => new(device_type, device_index);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_sparse => (layout)Native.tensor_layout(Handle) != layout.strided;

        public bool is_leaf => Native.tensor_is_leaf(Handle) != 0;

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* start = sizes)
                    Native.tensor_sizes(Handle, start);
                return sizes;
            }
        }

        public long[] size() => shape;

        /// <summary>The size of one dimension; negative counts from the last.</summary>
        public long size(int dim) => shape[Dimension(dim)];

        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* start = strides)
                Native.Check(Native.tensor_strides(Handle, start));
            return strides;
        }

        public long stride(int dim) => stride()[Dimension(dim)];

        public long storage_offset()
        {
            Native.Check(Native.tensor_storage_offset(Handle, out var offset));
            return offset;
        }

        public bool is_contiguous() => IsContiguous(memoryFormat: 0);

        public bool is_pinned()
        {
            Native.Check(Native.tensor_is_pinned(Handle, out var result));
            return result != 0;
        }

        /// <summary>Contiguous in the given <c>at::MemoryFormat</c>: 0 as the shape says, 2 channels last, 3 channels last in 3D.</summary>
        internal bool IsContiguous(int memoryFormat)
        {
            Native.Check(Native.tensor_is_contiguous(Handle, memoryFormat, out var result));
            return result != 0;
        }

        private int Dimension(int dim)
        {
            var count = (int)Dimensions;
            return dim >= -count && dim < count
                ? (dim + count) % count
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {count} dimensions.");
        }
    }
}
