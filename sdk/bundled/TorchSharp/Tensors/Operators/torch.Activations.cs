using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);
}

file static class Aten
{
    public static readonly Operator softmax_int = new("aten::softmax", "int");
}
