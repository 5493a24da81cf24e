using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Data.Slices;

/// <summary>Gives single slices of volumes, and keeps the volumes loaded last, for their other slices are soon asked for.</summary>
/// <remarks>Safe from several threads. Volumes that were dropped may still be read by a thread that took them before; the collector has them after that.</remarks>
internal sealed class RecentVolumes(IDataSource source)
{
    // Bytes of voxels that are kept.
    private const long Most = 128L << 20;

    private readonly Dictionary<string, Lazy<Sample>> _samples = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _lock = new();
    private long _bytes;

    public Sample Take(Case volume, int at, int neighbours, SampleWorkspace workspace)
    {
        var whole = Whole(volume);
        var images = whole.Images.Select(pair => (pair.Name, Image: NeighbourSlices.Take(pair.Image, at, Sample.IsMask(pair.Name) ? 0 : neighbours, workspace))).ToList();
        var sample = new Sample(whole.Case, images.Single(pair => pair.Name == Sample.ImageName).Image);
        foreach (var (name, image) in images.Where(pair => pair.Name != Sample.ImageName))
            sample = sample.With(image, name);
        sample.Settle();
        return sample;
    }

    private Sample Whole(Case volume)
    {
        Lazy<Sample> found;
        lock (_lock)
        {
            if (!_samples.TryGetValue(volume.Id, out found!))
            {
                found = new Lazy<Sample>(() => Load(volume));
                _samples.Add(volume.Id, found);
            }
        }

        try
        {
            return found.Value;
        }
        catch
        {
            lock (_lock)
                _samples.Remove(volume.Id);
            throw;
        }
    }

    private Sample Load(Case volume)
    {
        // Never reset: its memory goes with the sample.
        var workspace = new SampleWorkspace();
        var sample = source.Load(volume, workspace);
        sample.Settle();
        lock (_lock)
        {
            _order.Enqueue(volume.Id);
            _bytes += BytesOf(sample);
            while (_bytes > Most && _order.Count > 1)
            {
                var oldest = _order.Dequeue();
                _bytes -= BytesOf(_samples[oldest].Value);
                _samples.Remove(oldest);
            }
        }

        return sample;
    }

    private static long BytesOf(Sample sample) => sample.Images.Sum(pair => (long)pair.Image.Length * sizeof(float));
}
