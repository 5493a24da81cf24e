using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers from 0 up to <paramref name="stop"/>, which is not included.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from <paramref name="start"/> up to <paramref name="stop"/>, which is not included.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from <paramref name="start"/> in steps up to <paramref name="stop"/>, which is not included.</summary>
    /// <remarks>Without a type: 64-bit integers where all three are integers, the default type otherwise.</remarks>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.arange.Call(start, stop, step, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary><paramref name="steps"/> numbers evenly from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finished(Aten.linspace.Call(start, end, steps, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>The base to the power of numbers spaced evenly from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finished(Aten.logspace.Call(start, end, steps, @base, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>A matrix with ones on its diagonal; square unless the number of columns is given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Finished(
            Aten.eye.Call(rows, columns < 0 ? rows : columns, dtype, Arg.None, InitializeDevice(device)), requires_grad);
    }

    /// <summary>The row and column indices of the lower triangle, as two rows.</summary>
    public static Tensor tril_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Aten.tril_indices.Call(row, col, offset, dtype, Arg.None, InitializeDevice(device));

    /// <summary>The row and column indices of the upper triangle, as two rows.</summary>
    public static Tensor triu_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Aten.triu_indices.Call(row, col, offset, dtype, Arg.None, InitializeDevice(device));

    public static Tensor complex(Tensor real, Tensor imag) => Aten.complex.Call(real, imag);

    /// <summary>Complex numbers from their absolute values and angles in radians.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => Aten.polar.Call(abs, angle);

    /// <summary>A tensor that is not initialized, with the given strides.</summary>
    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Finished(Aten.empty_strided.Call(size, strides, dtype, Arg.None, InitializeDevice(device)), requires_grad);
    }
}

file static class Aten
{
    public static readonly Operator arange = new("aten::arange", "start_step");
    public static readonly Operator linspace = new("aten::linspace");
    public static readonly Operator logspace = new("aten::logspace");
    public static readonly Operator eye = new("aten::eye", "m");
    public static readonly Operator tril_indices = new("aten::tril_indices");
    public static readonly Operator triu_indices = new("aten::triu_indices");
    public static readonly Operator complex = new("aten::complex");
    public static readonly Operator polar = new("aten::polar");
    public static readonly Operator empty_strided = new("aten::empty_strided");
}
