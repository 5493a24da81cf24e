using System.Runtime.InteropServices;

namespace Framework.Torch.Interop;

/// <summary>An argument or a result as the bridge sees it; a list points to 64-bit words.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeValue
{
    [FieldOffset(0)] public ValueKind Kind;
    [FieldOffset(4)] public int Count;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Real;
    [FieldOffset(8)] public IntPtr Pointer;
}
