using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <param name="approximate">Exact, or by a hyperbolic tangent.</param>
        public Tensor gelu(GELU.Approximate approximate) => Aten.gelu.Call(this, approximate.ToString());

        /// <inheritdoc cref="gelu(GELU.Approximate)"/>
        public Tensor gelu_(GELU.Approximate approximate) => Aten.gelu_.CallInPlace(this, approximate.ToString());
    }
}

file static class Aten
{
    public static readonly Operator gelu = new("aten::gelu");
    public static readonly Operator gelu_ = new("aten::gelu_");
}
