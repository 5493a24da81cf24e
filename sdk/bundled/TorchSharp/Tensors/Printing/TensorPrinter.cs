using System.Globalization;
using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes the elements of a tensor as text.</summary>
internal sealed class TensorPrinter(PrintOptions options, CultureInfo culture)
{
    public static string Metadata(Tensor tensor) =>
        $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    public string Numpy(Tensor tensor)
    {
        if (tensor.Dimensions == 0)
            return Number(tensor.ToScalar());
        var separator = tensor.Dimensions == 1 ? " " : options.NewLine + new string(' ', 1);
        return "[" + string.Join(separator, Parts(tensor, options.MaxRows, Numpy, tensor.Dimensions == 1 ? "..." : " ...")) + "]";
    }

    public string CSharp(Tensor tensor)
    {
        var rank = tensor.Dimensions;
        var type = tensor.dtype.ToString();
        return $"{Metadata(tensor)}, value = " + (rank == 0 ? Number(tensor.ToScalar()) : $"{type} [{new string(',', (int)rank - 1)}] {Braces(tensor)}");
    }

    public string Julia(Tensor tensor)
    {
        var text = new StringBuilder(Metadata(tensor));
        if (tensor.Dimensions == 0)
            return text.Append(", value = ").Append(Number(tensor.ToScalar())).ToString();
        Slices(tensor, "", text);
        return text.ToString();
    }

    // Every matrix of the last two dimensions is written by itself, under the indices of the others.
    private void Slices(Tensor tensor, string indices, StringBuilder text)
    {
        if (tensor.Dimensions <= 2)
        {
            if (indices.Length > 0)
                text.Append(options.NewLine).Append('[').Append(indices).Append("..,..] =");
            Rows(tensor, text);
            return;
        }
        for (var i = 0L; i < tensor.shape[0]; i++)
        {
            using var slice = tensor.select(0, i);
            Slices(slice, $"{indices}{i},", text);
        }
    }

    private void Rows(Tensor tensor, StringBuilder text)
    {
        using var matrix = tensor.Dimensions == 1 ? tensor.unsqueeze(0) : tensor.alias();
        var rows = Parts(matrix, options.MaxRows, row => " " + string.Join(" ", Parts(row, Columns(row), item => Number(item.ToScalar()), "...")), " ...");
        foreach (var row in rows)
            text.Append(options.NewLine).Append(row);
    }

    private string Braces(Tensor tensor) => tensor.Dimensions == 0
        ? Number(tensor.ToScalar())
        : "{" + string.Join(", ", Parts(tensor, int.MaxValue, Braces, "...")) + "}";

    private int Columns(Tensor row) => row.shape[0] * 6 <= options.Width ? int.MaxValue : options.MaxColumns;

    // The first and the last half of a dimension that is too long.
    private static List<string> Parts(Tensor tensor, int most, Func<Tensor, string> write, string gap)
    {
        var count = tensor.shape[0];
        var parts = new List<string>();
        for (var i = 0L; i < count; i++)
        {
            if (count > most && i == most / 2)
            {
                parts.Add(gap);
                i = count - (most / 2) - 1;
                continue;
            }
            using var part = tensor.select(0, i);
            parts.Add(write(part));
        }
        return parts;
    }

    private string Number(Scalar value) => value.Boxed() switch
    {
        bool truth => truth ? "True" : "False",
        (float real, float imaginary) => Complex(real, imaginary),
        Complex number => Complex(number.Real, number.Imaginary),
        BFloat16 number => number.ToString(options.FloatFormat, culture),
        IFormattable number when value.IsFloatingPoint => number.ToString(options.FloatFormat, culture),
        IFormattable number => number.ToString(null, culture),
        var other => other.ToString()!,
    };

    private string Complex(double real, double imaginary) =>
        $"{real.ToString(options.FloatFormat, culture)}{(imaginary < 0 ? "-" : "+")}{Math.Abs(imaginary).ToString(options.FloatFormat, culture)}i";
}
