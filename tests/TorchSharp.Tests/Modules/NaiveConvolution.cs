using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

/// <summary>A convolution by its definition: a sum for each output element, over any number of axes.</summary>
internal sealed class NaiveConvolution
{
    private readonly Convolution _layer;
    private readonly double[] _input, _weight, _bias;
    private readonly long[] _inputShape, _weightShape;

    private NaiveConvolution(Tensor input, Convolution layer)
    {
        _layer = layer;
        (_input, _inputShape) = (input.Values(), input.shape);
        (_weight, _weightShape) = (layer.weight.Values(), layer.weight.shape);
        _bias = layer.bias!.Values();
    }

    public static (long[] Shape, double[] Values) Of(Tensor input, Convolution layer) => new NaiveConvolution(input, layer).All();

    private (long[] Shape, double[] Values) All()
    {
        var sizes = _inputShape[2..].Select((size, axis) =>
            (size + 2 * _layer.padding![axis] - _layer.dilation[axis] * (_layer.kernel_size[axis] - 1) - 1) / _layer.stride[axis] + 1);
        long[] shape = [_inputShape[0], _layer.out_channels, .. sizes];
        return (shape, [.. Places(shape).Select(At)]);
    }

    private double At(long[] place)
    {
        var sum = _bias[place[1]];
        var perGroup = _weightShape[1];
        var firstChannel = place[1] / (_layer.out_channels / _layer.groups) * perGroup;
        foreach (var tap in Places(_weightShape[1..]))
        {
            long[] from = [place[0], firstChannel + tap[0], .. place[2..].Select((p, axis) =>
                p * _layer.stride[axis] + tap[axis + 1] * _layer.dilation[axis] - _layer.padding![axis])];
            if (from.Zip(_inputShape, (p, size) => p >= 0 && p < size).All(inside => inside))
                sum += _input[Offset(from, _inputShape)] * _weight[Offset([place[1], .. tap], _weightShape)];
        }
        return sum;
    }

    private static IEnumerable<long[]> Places(long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        for (var number = 0L; number < count; number++)
        {
            var place = new long[shape.Length];
            var rest = number;
            for (var axis = shape.Length - 1; axis >= 0; axis--)
                (rest, place[axis]) = Math.DivRem(rest, shape[axis]);
            yield return place;
        }
    }

    private static long Offset(long[] place, long[] shape) => place.Zip(shape).Aggregate(0L, (offset, axis) => offset * axis.Second + axis.First);
}
