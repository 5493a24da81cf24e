namespace TorchSharp.Interop;

/// <summary>Kinds of an index; <c>native/indexing.cpp</c> holds the same list.</summary>
internal enum IndexKind
{
    None,
    Ellipsis,
    Integer,
    Boolean,
    Slice,
    Tensor,
}
