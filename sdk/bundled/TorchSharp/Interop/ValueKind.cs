namespace TorchSharp.Interop;

/// <summary>Kinds of a tagged value; <c>native/operators.cpp</c> holds the same list.</summary>
internal enum ValueKind
{
    None,
    Tensor,
    Long,
    Double,
    Bool,
    Complex,
    Longs,
    Doubles,
    Bools,
    Tensors,
    String,
    Device,
    Generator,
}
