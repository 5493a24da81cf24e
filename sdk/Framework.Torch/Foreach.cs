using Framework.Torch.Interop;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Operators over lists of tensors, element by element of the lists: on a GPU a few kernels for a whole model instead of one a tensor.</summary>
/// <remarks>The tensors of a list are on one device. Gradients are not recorded through the operators that change their first list.</remarks>
public static class Foreach
{
    private static readonly NativeOperator NormOperator = new("aten::_foreach_norm", "Scalar");
    private static readonly NativeOperator MultiplyOperator = new("aten::_foreach_mul_", "Scalar");
    private static readonly NativeOperator AddOperator = new("aten::_foreach_add_", "List");

    /// <summary>The norm of each tensor: a list of scalars.</summary>
    /// <param name="tensors">Of floating-point numbers.</param>
    /// <param name="order">2 is Euclid's; positive infinity gives the largest absolute value.</param>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static Tensor[] Norm(Tensor[] tensors, double order = 2) => tensors.Length == 0 ? [] : NormOperator.CallMany(tensors, order);

    /// <summary>Multiplies each tensor by a number, in place.</summary>
    /// <param name="tensors">Changed.</param>
    /// <param name="factor">The number.</param>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static void Multiply(Tensor[] tensors, double factor)
    {
        if (tensors.Length > 0)
            MultiplyOperator.CallVoid(tensors, factor);
    }

    /// <summary>Adds a multiple of each tensor of another list, in place.</summary>
    /// <param name="tensors">Changed.</param>
    /// <param name="others">As many, of the same shapes.</param>
    /// <param name="factor">What the others are multiplied by. Default: 1.</param>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static void Add(Tensor[] tensors, Tensor[] others, double factor = 1)
    {
        if (tensors.Length > 0)
            AddOperator.CallVoid(tensors, others, factor);
    }

    /// <summary>Moves each tensor towards another: <c>t + weight (end - t)</c>, in place.</summary>
    /// <param name="tensors">Changed.</param>
    /// <param name="ends">As many, of the same shapes.</param>
    /// <param name="weight">0 stays, 1 arrives.</param>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static void Lerp(Tensor[] tensors, Tensor[] ends, double weight)
    {
        Multiply(tensors, 1 - weight);
        Add(tensors, ends, weight);
    }
}
