using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static Tensor Make(
        Operator op, long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Finished(op.Call(size, dtype, Arg.None, InitializeDevice(device)), requires_grad);
    }

    private static Tensor Draw(
        Operator op, long[] size, Generator? generator, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Finished(op.Call(size, generator, dtype, Arg.None, InitializeDevice(device)), requires_grad);
    }

    private static Tensor Full(long[] size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Finished(Aten.full.Call(size, value, dtype ?? value.Type, Arg.None, InitializeDevice(device)), requires_grad);
    }

    private static Tensor Single(Scalar value, ScalarType? dtype, Device? device, bool requires_grad) =>
        Finished(Aten.scalar_tensor.Call(value, dtype ?? value.Type, Arg.None, InitializeDevice(device)), requires_grad);

    private static Tensor Filled<T>(
        ReadOnlySpan<T> values, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged => Filled(values, [values.Length], dtype, device, requires_grad, names);

    private static Tensor Filled<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        RefuseNames(names);
        if (ProductOf(dimensions) != values.Length)
            throw new ArgumentException(
                $"The shape [{string.Join(", ", dimensions.ToArray())}] holds {ProductOf(dimensions)} elements; {values.Length} are given.");
        return Copied(MemoryMarshal.AsBytes(values), dimensions.ToArray(), ElementTypes.Of(typeof(T)), dtype, device, requires_grad);
    }

    private static Tensor Grid(Array values, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        var type = ElementTypes.Of(values.GetType().GetElementType()!);
        return Copied(BytesOf(values, type), ShapeOf(values), type, dtype, device, requires_grad);
    }

    private static unsafe Tensor Copied(
        ReadOnlySpan<byte> bytes, long[] shape, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var made = Aten.empty.Call(shape, type);
        Native.Check(Native.tensor_data(made.Handle, out var data));
        bytes.CopyTo(new Span<byte>((void*)data, bytes.Length));
        return Finished(Moved(made, dtype, device), requires_grad);
    }

    // What was made in host memory goes where it belongs; the first copy does not outlive this.
    private static Tensor Moved(Tensor made, ScalarType? dtype, Device? device)
    {
        var target = InitializeDevice(device);
        var type = dtype ?? made.dtype;
        return target.type == DeviceType.CPU && type == made.dtype ? made : made.to(type, target, disposeAfter: true);
    }

    private static Tensor Finished(Tensor made, bool requires_grad) => requires_grad ? made.requires_grad_() : made;

    private static ReadOnlySpan<byte> BytesOf(Array values, ScalarType type) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(values), values.Length * type.ElementSize());

    private static long[] ShapeOf(Array values) =>
        Enumerable.Range(0, values.Rank).Select(values.GetLongLength).ToArray();

    private static long ProductOf(ReadOnlySpan<long> dimensions)
    {
        var product = 1L;
        foreach (var size in dimensions)
            product = checked(product * size);
        return product;
    }

    private static void RefuseNames(string[]? names)
    {
        if (names is not null)
            throw new NotSupportedException("Named dimensions are not supported; leave 'names' out.");
    }
}

file static class Aten
{
    public static readonly Operator full = new("aten::full");
    public static readonly Operator scalar_tensor = new("aten::scalar_tensor");
    public static readonly Operator empty = new("aten::empty", "memory_format");
}
