using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Framework.Components.Models.Weights;

/// <summary>A file's bytes in memory without reading them first: the system brings in the pages that are touched.</summary>
/// <remarks>Nobody may cut the file short while it is mapped: the system ends a process that reads past the end of a file.</remarks>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly SafeMemoryMappedViewHandle _view;
    private readonly byte* _start;

    private MappedFile(string path, long length)
    {
        (Path, Length) = (path, length);
        _map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        using var accessor = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view = accessor.SafeMemoryMappedViewHandle;
        _view.AcquirePointer(ref _start);
    }

    public string Path { get; }

    public long Length { get; }

    /// <exception cref="DataFormatException">The file is not there, is empty, or cannot be opened.</exception>
    public static MappedFile Open(string path)
    {
        if (!File.Exists(path))
            throw new DataFormatException($"{path}: no such file. Give the path of a safetensors or PyTorch file.");
        try
        {
            // The system maps no empty file.
            return new FileInfo(path).Length is > 0 and var length
                ? new MappedFile(path, length)
                : throw new DataFormatException($"{path}: the file is empty. Restore it from a copy, or make it again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException($"{path}: the file cannot be opened: {e.Message} See to its permissions.", e);
        }
    }

    /// <summary>Some of the bytes.</summary>
    /// <param name="start">The first.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<byte> Bytes(long start, int count)
    {
        if (start < 0 || count < 0 || start > Length - count)
            throw Damaged($"it ends at byte {Length:N0}, before byte {start + count:N0}");
        return new(_start + start, count);
    }

    public DataFormatException Damaged(string fact) => new($"{Path}: the file is damaged: {fact}. Restore it from a copy, or make it again.");

    public void Dispose()
    {
        _view.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
    }
}
