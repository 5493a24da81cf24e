namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>Whether a parameter is updated in one list with others, else alone.</summary>
    internal Predicate<Parameter> UpdatesInLists { get; set; } = parameter => parameter.device_type != DeviceType.CPU;

    /// <summary>Whether tensors on the CPU are updated in one pass over all of them, where the optimizer can.</summary>
    internal bool UpdatesInOnePass { get; set; }

    /// <summary>Calls <paramref name="update"/> for lists of parameters whose states have the same key.</summary>
    /// <remarks>
    /// On a GPU the lists are as long as can be, for libtorch fuses an operator over a list into a few kernels; so are those that one pass
    /// updates. Else on a CPU each parameter is a list of its own: longer ones would hold temporaries as large as the whole model.
    /// </remarks>
    internal void Update<TState>(ParamGroup group, Func<TState, long> key, Action<UpdateList<TState>> update) where TState : OptimizerState
    {
        var pending = group.Parameters
            .Select(parameter => (Parameter: parameter, Gradient: parameter.grad, State: (TState)_state[parameter.Handle]))
            .Where(each => each.Gradient is not null);
        var lists = pending
            .Select(each => (each.Parameter, each.Gradient, each.State, InOnePass: UpdatesInOnePass && FitsOnePass(each.Parameter) && FitsOnePass(each.Gradient!)))
            .GroupBy(each => (each.InOnePass, each.InOnePass || UpdatesInLists(each.Parameter) ? (IntPtr)key(each.State) : each.Parameter.Handle));
        foreach (var alike in lists)
        {
            using var temporaries = torch.NewDisposeScope();
            update(new UpdateList<TState>(
                alike.Select(each => (torch.Tensor)each.Parameter).ToArray(),
                alike.Select(each => each.Gradient!).ToArray(),
                alike.Select(each => each.State).ToArray()) { InOnePass = alike.Key.InOnePass });
        }
    }

    private static bool FitsOnePass(torch.Tensor tensor) =>
        tensor.device_type == DeviceType.CPU && tensor.dtype == torch.ScalarType.Float32 && !tensor.is_sparse;
}
