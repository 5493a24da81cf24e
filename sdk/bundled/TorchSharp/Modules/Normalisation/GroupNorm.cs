using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalises each group of channels of each case to mean 0 and variance 1, then multiplies and shifts each channel.</summary>
        public sealed class GroupNorm : nn.Module<Tensor, Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            [ComponentName(Name = nameof(bias))]
            private Parameter? _bias;

            internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device,
                ScalarType? dtype) : base(nameof(GroupNorm))
            {
                this.num_groups = num_groups;
                this.eps = eps;
                this.affine = affine;
                if (!affine)
                    return;
                weight = nn.Parameter(ones([num_channels], dtype, device));
                bias = nn.Parameter(zeros([num_channels], dtype, device));
            }

            /// <summary>The number of groups.</summary>
            public long num_groups { get; set; }

            /// <summary>Added to the variance before its root is taken.</summary>
            public double eps { get; set; }

            /// <summary>Whether there are weight and bias.</summary>
            public bool affine { get; set; }

            /// <summary>What the normalised channels are multiplied by.</summary>
            public Parameter? weight
            {
                get => _weight;
                set => SetParameter(ref _weight, nameof(weight), value);
            }

            /// <summary>What is added to the channels after that.</summary>
            public Parameter? bias
            {
                get => _bias;
                set => SetParameter(ref _bias, nameof(bias), value);
            }

            public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Normalisation of groups of channels of (n, c, axes...).</summary>
            /// <param name="num_groups">The number of groups, a divisor of the number of channels.</param>
            /// <param name="num_channels">The number of channels.</param>
            /// <param name="eps">Added to the variance before its root is taken.</param>
            /// <param name="affine">Whether there are weight and bias.</param>
            /// <param name="device">Where the tensors are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-5, bool affine = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);

            public static partial class functional
            {
                private static readonly Operator OpGroupNorm = new("aten::group_norm");

                /// <summary>Normalises groups of channels of (n, c, axes...), then multiplies and shifts each channel.</summary>
                public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                    OpGroupNorm.Call(input, num_groups, weight, bias, eps);
            }
        }
    }
}
