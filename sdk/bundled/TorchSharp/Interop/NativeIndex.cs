namespace TorchSharp.Interop;

/// <summary>One index of a tensor as the bridge sees it (<c>native/indexing.cpp</c>).</summary>
internal struct NativeIndex
{
    public IndexKind Kind;
    public int Given;
    public long First;
    public long Stop;
    public long Step;
    public IntPtr Tensor;
}
