using System.Globalization;
using System.IO.Compression;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Data.Volumes;

/// <summary>The bytes of a volume file, inflated on the way where it is a gzip file, and never more of them than are asked for.</summary>
internal sealed class VolumeStream : IDisposable
{
    /// <summary>The format allows no more: a run of 258 equal bytes takes two bits.</summary>
    private const int GreatestInflation = 1032;

    /// <summary>What may lie between header and voxels: extensions, which are text of some kilobytes.</summary>
    private const long GreatestGap = 1 << 26;

    /// <summary>As many bytes as the longest header has; a shorter one's voxels may lie in them already.</summary>
    private const int HeadBytes = NiftiHeader.GreatestSize;

    private readonly FileStream _file;
    private readonly Stream _bytes;
    private readonly string _name;
    private readonly byte[] _head = new byte[HeadBytes];
    private readonly int _headLength;
    private long _position;

    private VolumeStream(FileStream file, string name)
    {
        (_file, _name) = (file, name);
        Span<byte> start = stackalloc byte[2];
        IsCompressed = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1f && start[1] == 0x8b;
        file.Position = 0;
        _bytes = IsCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
        _headLength = Guarded(_head);
    }

    /// <summary>The first bytes of the file: its header, and perhaps some voxels.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    public bool IsCompressed { get; }

    /// <summary>Bytes of the file as it lies on the disk.</summary>
    public long Length => _file.Length;

    /// <summary>The most bytes that can come out of this file.</summary>
    public long Capacity => IsCompressed ? _file.Length * GreatestInflation : _file.Length;

    public static VolumeStream Open(string path, string name) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 18, FileOptions.SequentialScan), name);

    /// <summary>Refuses a header that declares more than the file can hold, before anything is allocated for it.</summary>
    public void CheckHolds(VolumeLayout layout)
    {
        if (layout.Offset > GreatestGap)
            throw VolumeError.Of(_name, Invariant($"its voxels are said to begin at byte {layout.Offset:N0}, and at most {GreatestGap:N0} bytes may stand before them"));
        if (layout.Offset + layout.Bytes <= Capacity)
            return;
        throw VolumeError.Of(_name, IsCompressed
            ? Invariant($"it declares {layout.Bytes:N0} bytes of voxels, and a gzip file of {_file.Length:N0} bytes cannot hold more than {Capacity:N0}")
            : Invariant($"the voxels end after {Math.Max(0, _file.Length - layout.Offset):N0} of {layout.Bytes:N0} bytes"));
    }

    /// <summary>Reads that many bytes.</summary>
    /// <param name="bytes">Filled whole.</param>
    /// <param name="layout">For the message where the file ends too soon.</param>
    public void Read(Span<byte> bytes, VolumeLayout layout)
    {
        var known = (int)Math.Clamp(_headLength - _position, 0, bytes.Length);
        _head.AsSpan((int)Math.Min(_position, _headLength), known).CopyTo(bytes);
        var count = known == bytes.Length ? known : known + Guarded(bytes[known..]);
        _position += count;
        if (count < bytes.Length)
            throw VolumeError.Of(_name, Invariant($"the voxels end after {Math.Max(0, _position - layout.Offset):N0} of {layout.Bytes:N0} bytes"));
    }

    /// <summary>Goes forward to a byte.</summary>
    public void SkipTo(long position, VolumeLayout layout)
    {
        if (!IsCompressed)
        {
            _position = position;
            _file.Position = Math.Max(position, _headLength);
            return;
        }

        Span<byte> scratch = stackalloc byte[4096];
        while (_position < position)
            Read(scratch[..(int)Math.Min(scratch.Length, position - _position)], layout);
    }

    /// <summary>Lets a gzip file whose last byte was read compare its checksum.</summary>
    public void Finish()
    {
        Span<byte> next = stackalloc byte[1];
        if (IsCompressed)
            Guarded(next);
    }

    public void Dispose()
    {
        _bytes.Dispose();
        _file.Dispose();
    }

    private int Guarded(Span<byte> bytes)
    {
        try
        {
            return _bytes.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw VolumeError.Of(_name, "its compressed data are broken or cut short", e);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
