using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Makes several dimensions of one.</summary>
        public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
        {
            private static readonly Operator Unflattened = new("aten::unflatten", "int");

            internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten))
            {
                this.dim = dim;
                this.unflattened_size = unflattened_size;
            }

            /// <summary>The dimension.</summary>
            public long dim { get; set; }

            /// <summary>The sizes that take its place; one may be -1.</summary>
            public long[] unflattened_size { get; set; }

            public override Tensor forward(Tensor tensor) => Unflattened.Call(tensor, dim, unflattened_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that makes several dimensions of one.</summary>
            /// <param name="dim">The dimension.</param>
            /// <param name="unflattened_size">The sizes that take its place; one may be -1.</param>
            public static Modules.Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}
