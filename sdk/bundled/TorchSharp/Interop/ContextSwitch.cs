namespace TorchSharp.Interop;

/// <summary>Switches of libtorch's context; <c>native/runtime.cpp</c> holds the same list.</summary>
internal enum ContextSwitch
{
    MatmulTf32,
    CudnnTf32,
    FlashAttention,
    MathAttention,
    Deterministic,
    DeterministicWarnOnly,
}
