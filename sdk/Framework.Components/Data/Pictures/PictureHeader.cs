using System.Runtime.InteropServices;

namespace Framework.Components.Data.Pictures;

// As struct Header of native/pictures.cpp.
[StructLayout(LayoutKind.Sequential)]
internal readonly struct PictureHeader
{
    public readonly uint Width;
    public readonly uint Height;
    public readonly uint Channels;
    public readonly uint BytesPerSample;
    public readonly uint Depth;

    public long Pixels => (long)Width * Height;

    public long Bytes => Pixels * Channels * BytesPerSample;

    /// <summary>The greatest value that a sample can have.</summary>
    public int White => (1 << (int)Depth) - 1;

    public bool HasAlpha => Channels is 2 or 4;

    public int Colours => Channels < 3 ? 1 : 3;
}
