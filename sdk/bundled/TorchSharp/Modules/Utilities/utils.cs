using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to the parameters of a module as a whole.</summary>
        public static partial class utils
        {
            private static readonly Operator Norm = new("aten::norm", "ScalarOpt_dim");
            private static readonly Operator Stack = new("aten::stack");
            private static readonly Operator Concatenate = new("aten::cat");
            private static readonly Operator Flat = new("aten::reshape");
            private static readonly Operator Narrow = new("aten::narrow");
            private static readonly Operator ScaleInPlace = new("aten::mul_", "Scalar");
            private static readonly Operator ClampInPlace = new("aten::clamp_");

            /// <summary>Scales all gradients by one factor so that their norm, as of one vector, is at most <paramref name="max_norm"/>.</summary>
            /// <param name="tensors">The parameters; those without gradient do not count.</param>
            /// <param name="max_norm">The greatest norm.</param>
            /// <param name="norm_type">Which norm; infinity is the greatest absolute value.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var quiet = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                    return 0;
                var norms = gradients.Select(gradient => NormOf(gradient, norm_type)).ToArray();
                var total = NormOf(Stack.Call(norms), norm_type).ToDouble();
                var factor = max_norm / (total + 1e-6);
                if (factor < 1)
                    foreach (var gradient in gradients)
                        ScaleInPlace.CallVoid(gradient, factor);
                return total;
            }

            /// <summary>Cuts every element of every gradient off at ± <paramref name="clip_value"/>.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var quiet = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors))
                    ClampInPlace.CallVoid(gradient, -clip_value, clip_value);
            }

            /// <summary>All elements of all parameters in one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var flat = tensors.Select(parameter => Flat.Call(parameter, new long[] { -1 })).ToArray();
                return Concatenate.Call(flat).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the elements of a vector into parameters, in their order.</summary>
            /// <exception cref="ArgumentException">The vector has another number of elements than the parameters.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var quiet = no_grad();
                using var scope = NewDisposeScope();
                var all = tensors.ToArray();
                var wanted = all.Sum(parameter => parameter.numel());
                if (vec.numel() != wanted)
                    throw new ArgumentException($"The parameters have {wanted} elements; the vector has {vec.numel()}.", nameof(vec));
                var start = 0L;
                foreach (var parameter in all)
                {
                    parameter.copy_(Flat.Call(Narrow.Call(vec, 0L, start, parameter.numel()), parameter.shape));
                    start += parameter.numel();
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors) =>
                [.. tensors.Select(parameter => parameter.grad).Where(gradient => gradient is not null).Select(gradient => gradient!)];

            private static Tensor NormOf(Tensor tensor, double type) => Norm.Call(tensor, type, Array.Empty<long>(), false);
        }
    }
}
