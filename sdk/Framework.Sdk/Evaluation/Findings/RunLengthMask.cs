namespace Framework.Sdk;

/// <summary>A sparse mask over a grid's voxels: where runs of voxels begin and how long they are.</summary>
/// <remarks>Voxels are numbered as an image's values are: x fastest, then y, then z. Runs rise and do not touch.</remarks>
public sealed class RunLengthMask
{
    private readonly int[] _runs;

    /// <summary>Makes a mask.</summary>
    /// <param name="runs">First voxel and number of voxels of each run in turn, rising and apart from each other.</param>
    /// <exception cref="ArgumentException">The runs are not so.</exception>
    public RunLengthMask(IReadOnlyList<int> runs)
    {
        _runs = [.. runs];
        for (int i = 0, free = 0; i < _runs.Length; i += 2)
        {
            if (_runs.Length % 2 != 0 || _runs[i] < free || _runs[i + 1] <= 0 || _runs[i] > int.MaxValue - _runs[i + 1])
                throw new ArgumentException("The runs of a mask are pairs of a first voxel and a length above 0, each beyond the one before.", nameof(runs));
            free = _runs[i] + _runs[i + 1] + 1;
            Count += _runs[i + 1];
        }
    }

    /// <summary>First voxel and length of each run in turn.</summary>
    public IReadOnlyList<int> Runs => _runs;

    /// <summary>Number of voxels.</summary>
    public long Count { get; }

    /// <summary>One beyond the last voxel; 0 for an empty mask.</summary>
    public int End => _runs.Length == 0 ? 0 : _runs[^2] + _runs[^1];

    /// <summary>The voxels whose value is at least a limit.</summary>
    /// <param name="values">One for each voxel of the grid.</param>
    /// <param name="least">The limit.</param>
    public static RunLengthMask Of(ReadOnlySpan<float> values, float least = 0.5f)
    {
        var runs = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= least))
                continue;
            var start = i;
            while (i < values.Length && values[i] >= least)
                i++;
            runs.AddRange([start, i - start]);
        }

        return new RunLengthMask(runs);
    }

    /// <summary>The voxels of any of the masks.</summary>
    public static RunLengthMask Union(IEnumerable<RunLengthMask> masks)
    {
        var runs = new List<int>();
        foreach (var (start, length) in masks.SelectMany(mask => mask.Pairs()).OrderBy(run => run.Start))
        {
            if (runs.Count > 0 && start <= runs[^2] + runs[^1])
                runs[^1] = Math.Max(runs[^1], start + length - runs[^2]);
            else
                runs.AddRange([start, length]);
        }

        return new RunLengthMask(runs);
    }

    /// <summary>Number of voxels that are in both masks.</summary>
    public long CountShared(RunLengthMask other)
    {
        var (count, i, j) = (0L, 0, 0);
        while (i < _runs.Length && j < other._runs.Length)
        {
            var (end, otherEnd) = (_runs[i] + _runs[i + 1], other._runs[j] + other._runs[j + 1]);
            count += Math.Max(0, Math.Min(end, otherEnd) - Math.Max(_runs[i], other._runs[j]));
            if (end <= otherEnd)
                i += 2;
            else
                j += 2;
        }

        return count;
    }

    /// <summary>The same mask that many voxels further on.</summary>
    /// <param name="voxels">At least 0: slices before it times a slice's voxels.</param>
    public RunLengthMask MoveOn(int voxels) => new([.. _runs.Select((value, i) => i % 2 == 0 ? checked(value + voxels) : value)]);

    /// <summary>The mask as values: 1 in it, 0 outside.</summary>
    /// <param name="values">One for each voxel of the grid.</param>
    public void Fill(Span<float> values)
    {
        values.Clear();
        foreach (var (start, length) in Pairs())
            values.Slice(start, length).Fill(1);
    }

    private IEnumerable<(int Start, int Length)> Pairs()
    {
        for (var i = 0; i < _runs.Length; i += 2)
            yield return (_runs[i], _runs[i + 1]);
    }
}
