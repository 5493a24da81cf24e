using System.Buffers;

namespace Framework.Sdk;

/// <summary>Resampling along the axes by precomputed weights: slices, then rows, then columns, one new row at a time, so that what lies between stays in the cache.</summary>
/// <remarks>Rows of the view lie as rows in memory.</remarks>
internal sealed class SeparableSampling
{
    private readonly GridView _view;
    private readonly AxisWeights _slices;
    private readonly AxisWeights _rows;
    private readonly AxisWeights _columns;
    private readonly float _outside;

    private SeparableSampling(ViewSampling of, Image result)
    {
        var (view, map, sampling, padding) = (_view = of.View, of.Map, of.Sampling, of.Padding.Mode);
        _columns = AxisWeights.Create((view.Size.X, result.Width), map[0], map[3], sampling, padding);
        _rows = AxisWeights.Create((view.Size.Y, result.Height), map[5], map[7], sampling, padding);
        _slices = AxisWeights.Create((view.Size.Z, result.Depth), map[10], map[11], sampling, padding);
        _outside = padding == PaddingMode.Constant ? of.Padding.Value : 0;
    }

    public static void Apply(ViewSampling of, Image result, SampleWorkspace workspace)
    {
        var sampling = new SeparableSampling(of, result);
        var target = result.Buffer;
        var (plane, depth) = (result.Width * result.Height, result.Depth);
        workspace.Divide(depth * result.Channels, result.Length, (from, to) => sampling.Planes(from, to, depth, target.AsSpan(from * plane, (to - from) * plane)));
    }

    private void Planes(int from, int to, int depth, Span<float> target)
    {
        var (width, height) = (_view.Size.X, _view.Size.Y);
        // A row of weights is longer than its count: what it meets behind the last column is 0 and counts 0 times.
        var line = ArrayPool<float>.Shared.Rent(width + _columns.Stride);
        line.AsSpan(width, _columns.Stride).Clear();
        var mixed = _slices.IsIdentity ? [] : ArrayPool<float>.Shared.Rent(width * height);
        var plane = _rows.To * _columns.To;
        for (var i = from; i < to; i++)
        {
            var start = _view.First + (i / depth * _view.ChannelStep);
            var result = target.Slice((i - from) * plane, plane);
            if (mixed.Length == 0)
            {
                Plane(_view.Image.Buffer.AsSpan(start + (i % depth * _view.Step.Z)), _view.Step.Y, line, result);
            }
            else
            {
                MixSlices(_view.Image.Buffer.AsSpan(start), i % depth, mixed);
                Plane(mixed, width, line, result);
            }

            if (_outside != 0)
                AddOutside(_slices.Sum[i % depth], result);
        }

        ArrayPool<float>.Shared.Return(line);
        if (mixed.Length > 0)
            ArrayPool<float>.Shared.Return(mixed);
    }

    private void MixSlices(ReadOnlySpan<float> source, int slice, float[] mixed)
    {
        var (width, first) = (_view.Size.X, _slices.Start[slice] * _view.Step.Z);
        var weights = _slices.Row(slice)[.._slices.Count[slice]];
        for (var y = 0; y < _view.Size.Y; y++)
            WeightedRows.Mix(source, first + (y * _view.Step.Y), _view.Step.Z, weights, mixed.AsSpan(y * width, width));
    }

    private void Plane(ReadOnlySpan<float> source, int step, float[] line, Span<float> result)
    {
        for (var y = 0; y < _rows.To; y++)
        {
            WeightedRows.Mix(source, _rows.Start[y] * step, step, _rows.Row(y)[.._rows.Count[y]], line.AsSpan(0, _view.Size.X));
            WeightedRows.Columns(line.AsSpan(0, _columns.From + _columns.Stride), _columns, result.Slice(y * _columns.To, _columns.To));
        }
    }

    private void AddOutside(float slice, Span<float> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] += _outside * (1 - (slice * _rows.Sum[i / _columns.To] * _columns.Sum[i % _columns.To]));
    }
}
