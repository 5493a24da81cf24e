using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            private static readonly Operator Orthonormalise = new("aten::linalg_qr");

            /// <summary>Whose number a variance is kept by.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs of a neuron: variance is kept in the forward pass.</summary>
                FanIn = 0,

                /// <summary>The outputs of a neuron: variance is kept in the backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>The numbers of inputs and outputs of a neuron with this weight (out, in, axes...).</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"Fan in and fan out need a weight of 2 or more dimensions; it is [{string.Join(", ", shape)}].",
                        nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>Glorot's: uniform in ± gain sqrt(6 / (fan in + fan out)).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Glorot's: normal with deviation gain sqrt(2 / (fan in + fan out)).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>He's: uniform in ± gain sqrt(3 / fan).</summary>
            /// <param name="tensor">The weight (out, in, axes...).</param>
            /// <param name="a">The slope of the leaky ReLU that follows.</param>
            /// <param name="mode">Which fan.</param>
            /// <param name="nonlinearity">What follows, for the gain.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's: normal with deviation gain / sqrt(fan).</summary>
            /// <inheritdoc cref="kaiming_uniform_"/>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>A matrix with orthonormal rows or columns, times the gain; further dimensions count as columns.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.ndim < 2)
                    throw new ArgumentException($"orthogonal_ needs 2 or more dimensions; the tensor is [{string.Join(", ", tensor.shape)}].",
                        nameof(tensor));
                return Quietly(tensor, () =>
                {
                    using var scope = NewDisposeScope();
                    var rows = tensor.shape[0];
                    var columns = tensor.numel() / rows;
                    var wide = rows < columns;
                    var random = torch.empty([Math.Max(rows, columns), Math.Min(rows, columns)], dtype: tensor.dtype,
                        device: tensor.device).normal_();
                    var (q, r) = Orthonormalise.Call2(random);
                    q = q.mul(r.diagonal().sign());
                    tensor.copy_((wide ? q.t() : q).reshape(tensor.shape)).mul_(gain);
                });
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (inputs, outputs) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (inputs + outputs));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (inputs, outputs) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? inputs : outputs);
            }
        }
    }
}
