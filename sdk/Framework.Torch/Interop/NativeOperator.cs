using static TorchSharp.torch;

namespace Framework.Torch.Interop;

/// <summary>One operator overload of libtorch, or of the bridge itself (<c>framework::</c>), found at its first call and called by raw handles.</summary>
internal sealed unsafe class NativeOperator(string name, string overload = "")
{
    private const int Capacity = 16;
    private IntPtr _handle;

    /// <summary>The operator's one tensor result.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments) => CallMany(arguments)[0];

    /// <summary>All tensor results, or the elements of a single list of tensors.</summary>
    public Tensor[] CallMany(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[Capacity];
        var count = Invoke(arguments, results);
        if (count == 1 && results[0].Kind == ValueKind.Tensors)
            return Unpack(results[0]);
        var tensors = new Tensor[count];
        for (var i = 0; i < count; i++)
            tensors[i] = Tensor.UnsafeCreateTensor(results[i].Pointer);
        return tensors;
    }

    /// <summary>For operators that change their arguments: what comes back is dropped.</summary>
    public void CallVoid(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[Capacity];
        var count = Invoke(arguments, results);
        for (var i = 0; i < count; i++)
            if (results[i].Kind == ValueKind.Tensor)
                Native.tensor_free(results[i].Pointer);
    }

    private int Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results)
    {
        if (_handle == 0)
            Native.Check(Native.bridge_operator_find(name, overload, out _handle));
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;
        var values = stackalloc NativeValue[arguments.Length];
        int produced;
        fixed (long* payload = new long[Math.Max(1, words)])
        {
            var next = payload;
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i].Write(values + i, next);
                next += arguments[i].Words;
            }

            Native.Check(Native.bridge_operator_call(_handle, values, arguments.Length, results, Capacity, &produced));
        }

        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Reference);
        return produced;
    }

    private static Tensor[] Unpack(NativeValue list)
    {
        var tensors = new Tensor[list.Count];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = Tensor.UnsafeCreateTensor(((IntPtr*)list.Pointer)[i]);
        Native.bridge_free(list.Pointer);
        return tensors;
    }
}
