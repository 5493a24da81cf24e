using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Makes one dimension of several.</summary>
        public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
        {
            private static readonly Operator Flattened = new("aten::flatten", "using_ints");

            internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten))
            {
                this.start_dim = start_dim;
                this.end_dim = end_dim;
            }

            /// <summary>The first of the dimensions.</summary>
            public long start_dim { get; set; }

            /// <summary>The last of the dimensions; -1 is the input's last.</summary>
            public long end_dim { get; set; }

            public override Tensor forward(Tensor input) => Flattened.Call(input, start_dim, end_dim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that makes one dimension of several.</summary>
            /// <param name="start_dim">The first.</param>
            /// <param name="end_dim">The last; -1 is the input's last.</param>
            public static Modules.Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);
        }
    }
}
