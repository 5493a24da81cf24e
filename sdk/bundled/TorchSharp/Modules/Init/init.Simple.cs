using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters, written in place without autograd; each method returns its tensor.</summary>
        public static partial class init
        {
            /// <summary>The same value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Quietly(tensor, () => tensor.fill_(val));

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Uniform in [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Quietly(tensor, () => tensor.uniform_(low, high, generator));

            /// <summary>Normal.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Quietly(tensor, () => tensor.normal_(mean, std, generator));

            /// <summary>Ones where row and column are the same, else zeros.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                RequireDimensions(tensor, 2, 2, nameof(eye_));
                return Quietly(tensor, () =>
                {
                    using var diagonal = tensor.zero_().diagonal();
                    diagonal.fill_(1);
                });
            }

            /// <summary>A convolution's kernel (out, in, axes...) that passes as many channels through unchanged as it can.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                RequireDimensions(tensor, 3, 5, nameof(dirac_));
                return Quietly(tensor, () =>
                {
                    using var scope = NewDisposeScope();
                    var centre = tensor.zero_();
                    for (var axis = centre.ndim - 1; axis >= 2; axis--)
                        centre = centre.select(axis, centre.shape[axis] / 2);
                    centre.diagonal().fill_(1);
                });
            }

            /// <summary>Normal, drawn again where outside [a, b].</summary>
            /// <remarks>By the inverse of the distribution function, as PyTorch does it.</remarks>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator? generator = null)
            {
                if (b < a)
                    throw new ArgumentException($"trunc_normal_ needs a <= b; a is {a}, b is {b}.", nameof(b));
                double low = Normal((a - mean) / std), high = Normal((b - mean) / std);
                return Quietly(tensor, () =>
                    tensor.uniform_(2 * low - 1, 2 * high - 1, generator).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
            }

            // The normal distribution function, by libtorch's own error function.
            private static double Normal(double x)
            {
                using var scope = NewDisposeScope();
                return (1 + torch.full([1], x / Math.Sqrt(2), ScalarType.Float64).erf().ToDouble()) / 2;
            }

            // PyTorch's bias for linear layers and convolutions: uniform in ±1 / sqrt(fan in of the weight).
            internal static void BiasLike(Tensor weight, Parameter? bias)
            {
                var (inputs, _) = CalculateFanInAndFanOut(weight);
                if (bias is null || inputs == 0)
                    return;
                var bound = 1 / Math.Sqrt(inputs);
                uniform_(bias, -bound, bound);
            }

            private static Tensor Quietly(Tensor tensor, Action write)
            {
                using (no_grad())
                    write();
                return tensor;
            }

            private static void RequireDimensions(Tensor tensor, int least, int most, string method)
            {
                if (tensor.ndim < least || tensor.ndim > most)
                    throw new ArgumentException($"{method} needs {(least == most ? $"{least}" : $"{least} to {most}")} dimensions; the tensor is [{string.Join(", ", tensor.shape)}].");
            }
        }
    }
}
