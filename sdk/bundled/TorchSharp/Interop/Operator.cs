using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// One ATen operator overload, found once in libtorch's dispatcher (at the first call) and called through it. Autograd, autocast, device
/// selection and the error messages are libtorch's own.
/// </summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int StackWords = 64;

    private IntPtr handle;

    public string Name => name;

    public string Overload => overload;

    /// <summary>The operator's one tensor result.</summary>
    public Tensor Call(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(args, &result, 1);
        return new Tensor(TensorHandle(result));
    }

    /// <summary>The operator's one tensor result; null where it is undefined.</summary>
    public Tensor? CallOptional(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(args, &result, 1);
        return result.Kind == ValueKind.None ? null : new Tensor(TensorHandle(result));
    }

    public (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var results = CallMany(args);
        return (results[0], results[1]);
    }

    public (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        var results = CallMany(args);
        return (results[0], results[1], results[2]);
    }

    /// <summary>All tensor results, or the elements of a single list of tensors. An undefined one is null.</summary>
    public Tensor[] CallMany(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeValue[Capacity];
        var count = Invoke(args, results, Capacity);
        if (count == 1 && results[0].Kind == ValueKind.Tensors)
            return Unpack(results[0]);
        var tensors = new Tensor[count];
        for (var i = 0; i < count; i++)
            tensors[i] = results[i].Kind == ValueKind.Tensor ? new Tensor(results[i].Pointer) : null!;
        return tensors;
    }

    /// <summary>For operators that change an argument: the result, which is that argument again, is dropped.</summary>
    public void CallVoid(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeValue[Capacity];
        var count = Invoke(args, results, Capacity);
        for (var i = 0; i < count; i++)
            if (results[i].Kind == ValueKind.Tensor)
                Native.tensor_free(results[i].Pointer);
    }

    /// <summary>For operators that change their first argument, a tensor, and return it.</summary>
    public Tensor CallInPlace(params ReadOnlySpan<Arg> args)
    {
        CallVoid(args);
        return (Tensor)args[0].Reference!;
    }

    public long CallLong(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(args, &result, 1);
        return result.Kind == ValueKind.Long ? result.Integer : throw Unexpected("an integer");
    }

    public double CallDouble(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(args, &result, 1);
        return result.Kind == ValueKind.Double ? result.Real : throw Unexpected("a number");
    }

    public bool CallBool(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(args, &result, 1);
        return result.Kind == ValueKind.Bool ? result.Integer != 0 : throw Unexpected("a truth value");
    }

    private const int Capacity = 16;

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Arg> args, NativeValue* results, int capacity)
    {
        if (handle == 0)
            Native.Check(Native.bridge_operator_find(name, overload, out handle));
        var words = 0;
        foreach (ref readonly var arg in args)
            words += arg.Words;
        Span<long> payload = words <= StackWords ? stackalloc long[StackWords] : new long[words];
        var values = stackalloc NativeValue[args.Length];
        int produced;
        fixed (long* start = payload)
        {
            var next = start;
            for (var i = 0; i < args.Length; i++)
                next += args[i].Write(values + i, next);
            Native.Check(Native.bridge_operator_call(handle, values, args.Length, results, capacity, &produced));
        }
        foreach (ref readonly var arg in args)
            GC.KeepAlive(arg.Reference);
        return produced;
    }

    private static Tensor[] Unpack(NativeValue list)
    {
        var tensors = new Tensor[list.Count];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(((IntPtr*)list.Pointer)[i]);
        Native.bridge_free(list.Pointer);
        return tensors;
    }

    private IntPtr TensorHandle(in NativeValue result) =>
        result.Kind == ValueKind.Tensor ? result.Pointer : throw Unexpected("a tensor");

    private InvalidOperationException Unexpected(string wanted) => new($"{name} did not return {wanted}.");
}
