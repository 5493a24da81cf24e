using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum, Nesterov's or the classical (Sutskever et al. 2013).</summary>
public partial class SGD : OptimizerHelper, torch.optim.IMomentum
{
    private static readonly Operator InOnePass = new("framework::sgd_");

    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum needs a momentum above 0 and a dampening of 0.");
        _defaults = new Options
        {
            LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening,
            weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
        };
        UpdatesInOnePass = true;
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The momentum of the first group; setting it sets that of every group.</summary>
    public double Momentum
    {
        get => ((ParamGroup)_parameter_groups[0]).Momentum;
        set
        {
            foreach (ParamGroup group in _parameter_groups)
                group.Momentum = value;
        }
    }

    public override void add_param_group(Modules.ParamGroup param_group) => Add<Options>(param_group, parameter => new State(parameter));

    public override torch.Tensor? step(Func<torch.Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            DisposeStates();
    }

    private void Update(ParamGroup group)
    {
        var options = group.Options;
        Update<State>(group, state => state.momentum_buffer is null ? 0 : 1, list =>
        {
            if (list.InOnePass)
            {
                UpdateInOnePass(list, group.LearningRate, options);
                return;
            }

            var direction = list.Descent(options.maximize, options.weight_decay);
            if (options.momentum != 0)
                direction = WithMomentum(list, direction, options);
            list.Parameters.add_(direction, -group.LearningRate);
        });
    }

    private static void UpdateInOnePass(UpdateList<State> list, double rate, Options options)
    {
        var isFirst = list.States[0].momentum_buffer is null;
        torch.Tensor[] momenta = options.momentum == 0 ? [] : list.Of(state => state.momentum_buffer ??= state.ZerosLikeParameter());
        // The first momentum is the gradient, undamped.
        double[] numbers = [rate, options.weight_decay ?? 0, options.momentum ?? 0, isFirst ? 0 : options.dampening ?? 0];
        InOnePass.CallVoid(list.Parameters, list.Gradients, momenta, numbers, options.nesterov == true, options.maximize == true);
    }

    private static torch.Tensor[] WithMomentum(UpdateList<State> list, torch.Tensor[] gradients, Options options)
    {
        if (list.States[0].momentum_buffer is null)
            foreach (var (state, gradient) in list.States.Zip(gradients))
                state.momentum_buffer = gradient.clone().DetachFromDisposeScope();
        else
            list.Of(state => state.momentum_buffer!).mul_(options.momentum!.Value).add_(gradients, 1 - options.dampening!.Value);
        var buffers = list.Of(state => state.momentum_buffer!);
        return options.nesterov == true ? gradients.add(buffers, options.momentum!.Value) : buffers;
    }
}
