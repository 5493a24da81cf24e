using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.chunk.CallMany(this, chunks, dim);
        public Tensor[] dsplit(long size) => Aten.dsplit_int.CallMany(this, size);
        public Tensor[] dsplit(params long[] sizes) => Aten.dsplit_array.CallMany(this, sizes);
        public Tensor[] hsplit(long size) => Aten.hsplit_int.CallMany(this, size);
        public Tensor[] hsplit(params long[] sizes) => Aten.hsplit_array.CallMany(this, sizes);
        public Tensor narrow(long dim, long start, long length) => Aten.narrow.Call(this, dim, start, length);
        public Tensor select(long dim, long index) => Aten.select_int.Call(this, dim, index);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Aten.split_with_sizes.CallMany(this, Arg.Of(sizes), dim);
        public Tensor[] split(long size, int dim = 0) => Aten.split_Tensor.CallMany(this, size, dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.split_with_sizes.CallMany(this, sizes, dim);
        public Tensor[] split(params long[] sizes) => Aten.split_with_sizes.CallMany(this, sizes);
        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            Aten.tensor_split_tensor_indices_or_sections.CallMany(this, indices, dim);
        public Tensor[] tensor_split(long size, long dim = 0) => Aten.tensor_split_sections.CallMany(this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Aten.tensor_split_indices.CallMany(this, sizes, dim);
        public Tensor[] unbind(long dimension = 0) => Aten.unbind_int.CallMany(this, dimension);
        public Tensor[] vsplit(long size) => Aten.vsplit_int.CallMany(this, size);
        public Tensor[] vsplit(params long[] sizes) => Aten.vsplit_array.CallMany(this, sizes);
    }
}

file static class Aten
{
    public static readonly Operator chunk = new("aten::chunk");
    public static readonly Operator dsplit_int = new("aten::dsplit", "int");
    public static readonly Operator dsplit_array = new("aten::dsplit", "array");
    public static readonly Operator hsplit_int = new("aten::hsplit", "int");
    public static readonly Operator hsplit_array = new("aten::hsplit", "array");
    public static readonly Operator narrow = new("aten::narrow");
    public static readonly Operator select_int = new("aten::select", "int");
    public static readonly Operator slice_Tensor = new("aten::slice", "Tensor");
    public static readonly Operator split_with_sizes = new("aten::split_with_sizes");
    public static readonly Operator split_Tensor = new("aten::split", "Tensor");
    public static readonly Operator tensor_split_tensor_indices_or_sections = new("aten::tensor_split", "tensor_indices_or_sections");
    public static readonly Operator tensor_split_sections = new("aten::tensor_split", "sections");
    public static readonly Operator tensor_split_indices = new("aten::tensor_split", "indices");
    public static readonly Operator unbind_int = new("aten::unbind", "int");
    public static readonly Operator vsplit_int = new("aten::vsplit", "int");
    public static readonly Operator vsplit_array = new("aten::vsplit", "array");
}
