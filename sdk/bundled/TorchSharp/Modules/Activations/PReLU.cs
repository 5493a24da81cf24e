using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x where x > 0, else weight x, with a weight for all channels or one for each (dimension 1).</summary>
        public sealed class PReLU : nn.Module<Tensor, Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
            {
                this.num_parameters = num_parameters;
                this.init = init;
                weight = nn.Parameter(full(num_parameters, init, dtype, device));
            }

            /// <summary>The number of weights: 1 or the number of channels.</summary>
            public long num_parameters { get; }

            /// <summary>The weights' first value.</summary>
            public double init { get; }

            /// <summary>The slopes, (num_parameters).</summary>
            public Parameter weight
            {
                get => _weight!;
                set => SetParameter(ref _weight, nameof(weight), value);
            }

            public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A leaky ReLU that learns its slope.</summary>
            /// <param name="num_parameters">1, or the number of channels.</param>
            /// <param name="init">The slope's first value.</param>
            /// <param name="device">Where its weights are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);

            public static partial class functional
            {
                private static readonly Operator OpPrelu = new("aten::prelu");

                /// <summary>x where x > 0, else weight x.</summary>
                public static Tensor prelu(Tensor input, Tensor weight) => OpPrelu.Call(input, weight);
            }
        }
    }
}
