using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>An optimizer with groups of parameters and a state for each of them.</summary>
public abstract partial class OptimizerHelper : torch.optim.Optimizer
{
    protected OptimizerOptions _defaults = null!;
    protected OrderedDict<IntPtr, OptimizerState> _state = new();

    public OptimizerHelper() : base(IntPtr.Zero)
    {
    }

    /// <summary>Every parameter of every group.</summary>
    public override IEnumerable<Parameter> parameters() => base.parameters();

    /// <summary>Fills the gradients that exist with zeros, in place.</summary>
    public override void zero_grad() => base.zero_grad();

    /// <summary>Adds parameters with options of their own; options left null are the optimizer's.</summary>
    public override void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

    /// <summary>Moves the state of every parameter to a device.</summary>
    public void to(torch.Device device)
    {
        foreach (var state in States())
            state.to(device);
    }

    /// <summary>Calls <paramref name="body"/> for every group, without gradients; temporary tensors die with it.</summary>
    /// <returns>What <paramref name="loss_closure"/> returned, or null without one.</returns>
    protected torch.Tensor? _step<T>(Action<T> body, Func<torch.Tensor>? loss_closure = null) where T : ParamGroup
    {
        torch.Tensor? loss = null;
        if (loss_closure is not null)
            using (torch.enable_grad())
                loss = loss_closure();
        using (torch.no_grad())
        using (torch.NewDisposeScope())
            foreach (var group in _parameter_groups)
                body((T)group);
        return loss;
    }

    internal void Add<TOptions>(ParamGroup group, Func<Parameter, OptimizerState> create) where TOptions : OptimizerOptions, new()
    {
        group.Options ??= new TOptions();
        group.Options.FillFrom(_defaults);
        group.Parameters = group.Parameters.ToList();
        RefuseDoubles(parameters().Concat(group.Parameters));
        foreach (var parameter in group.Parameters)
        {
            var state = create(parameter);
            state.Initialize(group.Options);
            _state[parameter.Handle] = state;
        }
        _parameter_groups.Add(group);
    }

    internal void DisposeStates()
    {
        foreach (var state in States())
            (state as IDisposable)?.Dispose();
        _state.clear();
        _parameter_groups.Clear();
    }

    private static void RefuseDoubles(IEnumerable<Parameter> parameters)
    {
        if (parameters.GroupBy(parameter => parameter.Handle).Any(same => same.Count() > 1))
            throw new ArgumentException("A parameter appears more than once. Give each parameter to one group only.");
    }

    private IEnumerable<OptimizerState> States() => parameters().Select(parameter => _state[parameter.Handle]);
}
