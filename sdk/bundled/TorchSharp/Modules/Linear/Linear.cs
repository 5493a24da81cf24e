using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Computes x weight^T + bias over the last dimension; weight is (out, in), bias (out).</summary>
        /// <remarks>First values are PyTorch's: weight and bias uniform in ±1 / sqrt(in).</remarks>
        public sealed class Linear : nn.Module<Tensor, Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            [ComponentName(Name = nameof(bias))]
            private Parameter? _bias;

            internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
            {
                out_features = weight.shape[0];
                in_features = weight.shape[1];
                this.weight = weight;
                this.bias = bias;
            }

            internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : this(
                nn.Parameter(empty([outputSize, inputSize], dtype: dtype, device: device)),
                hasBias ? nn.Parameter(empty([outputSize], dtype: dtype, device: device)) : null)
            {
                nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
                nn.init.BiasLike(weight, bias);
            }

            /// <summary>The size of the input's last dimension.</summary>
            public long in_features { get; set; }

            /// <summary>The size of the output's last dimension.</summary>
            public long out_features { get; set; }

            /// <summary>The matrix (out, in).</summary>
            public Parameter weight
            {
                get => _weight!;
                set => SetParameter(ref _weight, nameof(weight), value ?? throw new ArgumentNullException(nameof(value)));
            }

            /// <summary>What is added, if anything.</summary>
            public Parameter? bias
            {
                get => _bias;
                set => SetParameter(ref _bias, nameof(bias), value);
            }

            public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that computes x weight^T + bias.</summary>
            /// <param name="inputSize">The size of the input's last dimension.</param>
            /// <param name="outputSize">The size of the output's last dimension.</param>
            /// <param name="hasBias">Whether something is added.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            /// <summary>A layer that computes x weight^T + bias with these parameters.</summary>
            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);

            public static partial class functional
            {
                private static readonly Operator OpLinear = new("aten::linear");

                /// <summary>x weights^T + bias over the last dimension.</summary>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => OpLinear.Call(input, weights, bias);
            }
        }
    }
}
