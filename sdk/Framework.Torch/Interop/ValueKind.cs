namespace Framework.Torch.Interop;

/// <summary>Kinds of a tagged value; the bridge's <c>operators.cpp</c> holds the same list.</summary>
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
}
