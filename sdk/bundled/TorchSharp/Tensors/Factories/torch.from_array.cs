using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of the array's shape that shares its memory, unless another type or device makes a copy necessary.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        if (!CanPin(rawArray))
            return Grid(rawArray, dtype, device, requires_grad, names);
        var type = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        return Finished(Moved(Shared(rawArray, type, ShapeOf(rawArray), 0), dtype, device), requires_grad);
    }

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>The tensor itself in the given type on the given device; a copy only where one of them differs.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    /// <summary>A tensor of one dimension that shares the array's memory, read as elements of another type.</summary>
    /// <param name="rawArray">An array of numbers.</param>
    /// <param name="dtype">What its bytes are read as.</param>
    /// <param name="count">How many elements; -1: all that are left.</param>
    /// <param name="offset">Bytes to skip.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <exception cref="ArgumentException">The bytes do not suffice or do not come out even.</exception>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        long bytes = Buffer.ByteLength(rawArray) - offset, size = dtype.ElementSize();
        if (offset < 0 || bytes < 0 || (count < 0 && bytes % size != 0) || count * size > bytes)
            throw new ArgumentException($"{bytes} bytes after the offset {offset} do not hold {(count < 0 ? "whole" : count)} elements of {size} bytes.");
        return Finished(Shared(rawArray, dtype, [count < 0 ? bytes / size : count], offset), requires_grad);
    }

    private static unsafe Tensor Shared(Array values, ScalarType type, long[] shape, long offset)
    {
        var pin = GCHandle.Alloc(values, GCHandleType.Pinned);
        fixed (long* sizes = shape)
            if (Native.tensor_from_blob(
                (IntPtr)(pin.AddrOfPinnedObject() + offset), sizes, shape.Length, (int)type, &Release, GCHandle.ToIntPtr(pin), out var made) == 0)
                return new Tensor(made);
        pin.Free();
        Native.Check(1);
        throw new InvalidOperationException();
    }

    [UnmanagedCallersOnly]
    private static void Release(IntPtr pin) => GCHandle.FromIntPtr(pin).Free();

    private static bool CanPin(Array values) =>
        values.GetType().GetElementType() is { IsPrimitive: true } element && element != typeof(bool) && values.Length > 0;
}
