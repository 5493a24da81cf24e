using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalises over the last dimensions to mean 0 and variance 1, then multiplies and shifts each element of them.</summary>
        public sealed class LayerNorm : nn.Module<Tensor, Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            [ComponentName(Name = nameof(bias))]
            private Parameter? _bias;

            internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
                : base(nameof(LayerNorm))
            {
                this.normalized_shape = normalized_shape;
                this.eps = eps;
                this.elementwise_affine = elementwise_affine;
                if (elementwise_affine)
                    weight = nn.Parameter(ones(normalized_shape, dtype, device));
                if (elementwise_affine && bias)
                    this.bias = nn.Parameter(zeros(normalized_shape, dtype, device));
            }

            /// <summary>The sizes of the last dimensions, which are normalised over.</summary>
            public long[] normalized_shape { get; set; }

            /// <summary>Added to the variance before its root is taken.</summary>
            public double eps { get; set; }

            /// <summary>Whether there is a weight.</summary>
            public bool elementwise_affine { get; set; }

            /// <summary>What the normalised elements are multiplied by.</summary>
            public Parameter? weight
            {
                get => _weight;
                set => SetParameter(ref _weight, nameof(weight), value);
            }

            /// <summary>What is added to the elements after that.</summary>
            public Parameter? bias
            {
                get => _bias;
                set => SetParameter(ref _bias, nameof(bias), value);
            }

            /// <summary>Puts weight back to 1 and bias to 0.</summary>
            public void reset_parameters()
            {
                if (weight is not null)
                    nn.init.ones_(weight);
                if (bias is not null)
                    nn.init.zeros_(bias);
            }

            public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Normalisation over the last dimension.</summary>
            public static Modules.LayerNorm LayerNorm(long normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            /// <summary>Normalisation over the last dimensions.</summary>
            /// <param name="normalized_shape">Their sizes.</param>
            /// <param name="eps">Added to the variance before its root is taken.</param>
            /// <param name="elementwise_affine">Whether there is a weight.</param>
            /// <param name="bias">Whether there is, with it, a bias.</param>
            /// <param name="device">Where the tensors are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static partial class functional
            {
                private static readonly Operator OpLayerNorm = new("aten::layer_norm");

                /// <summary>Normalises over the last dimensions, whose sizes are given, then multiplies and shifts each element of them.</summary>
                public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                    double eps = 1e-5) =>
                    OpLayerNorm.Call(input, normalized_shape, weight, bias, eps);
            }
        }
    }
}
