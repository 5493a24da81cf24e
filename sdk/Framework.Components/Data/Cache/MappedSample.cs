using System.IO.MemoryMappedFiles;

namespace Framework.Components.Data.Cache;

/// <summary>A file of the cache in memory. Several threads may read it; whoever reads while it is put away finds nothing.</summary>
internal sealed unsafe class MappedSample : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly long[] _places;

    private MappedSample(MemoryMappedFile map, MemoryMappedViewAccessor view, KeptSample kept, long[] places) => (_map, _view, Kept, _places) = (map, view, kept, places);

    /// <summary>What is in it.</summary>
    public KeptSample Kept { get; }

    /// <summary>Maps a file and checks every byte of it.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Bytes are not what was written.</exception>
    public static MappedSample Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        if (stream.Length < SampleFile.Preamble)
            throw new InvalidDataException("it is cut short");
        var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        MemoryMappedViewAccessor? view = null;
        try
        {
            view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            var kept = With(view, stream.Length, bytes => (SampleFile.Read(bytes, out var places), places));
            return new MappedSample(map, view, kept.Item1, kept.places);
        }
        catch
        {
            view?.Dispose();
            map.Dispose();
            throw;
        }
    }

    /// <summary>A copy of the sample in a workspace; null where the file was put away meanwhile.</summary>
    public Sample? TryRead(Case item, SampleWorkspace workspace)
    {
        byte* start = null;
        try
        {
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        }
        catch (ObjectDisposedException)
        {
            return null;
        }

        try
        {
            return Read(item, workspace, start);
        }
        finally
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }

    private Sample Read(Case item, SampleWorkspace workspace, byte* start)
    {
        Sample? sample = null;
        for (var i = 0; i < Kept.Images.Count; i++)
        {
            var kept = Kept.Images[i];
            var image = workspace.Allocate(kept.Shape, geometry: kept.Geometry, encoding: kept.Encoding, instances: kept.Instances, places: kept.Places);
            PixelValues.Decode(new ReadOnlySpan<byte>(start + _places[i], (int)kept.Bytes), kept.Type, image.Pixels);
            sample = sample?.With(image, kept.Name) ?? new Sample(item, image);
        }

        return sample!.With(Kept.Boxes).With(Kept.Landmarks);
    }

    private static T With<T>(MemoryMappedViewAccessor view, long length, Func<ReadOnlySpan<byte>, T> read)
    {
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            return read(new ReadOnlySpan<byte>(start, checked((int)length)));
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }
}
