namespace TorchSharp.Modules;

/// <summary>RMSprop: steps of the gradient over the root of its averaged square, centred if wanted (Tieleman and Hinton 2012; Graves 2013).</summary>
public partial class RMSProp : OptimizerHelper, torch.optim.IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        _defaults = new Options
        {
            LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps,
            weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize,
        };
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
        Update<State>(group, _ => 0, list =>
        {
            var gradients = list.Descent(options.maximize, options.weight_decay);
            var denominator = Denominator(list, gradients, options);
            foreach (var state in list.States)
                state.step++;
            if (options.momentum > 0)
            {
                var buffers = list.Of(state => state.momentum_buffer ??= state.ZerosLikeParameter())
                    .mul_(options.momentum.Value).addcdiv_(gradients, denominator, 1);
                list.Parameters.add_(buffers, -group.LearningRate);
            }
            else
                list.Parameters.addcdiv_(gradients, denominator, -group.LearningRate);
        });
    }

    private static torch.Tensor[] Denominator(UpdateList<State> list, torch.Tensor[] gradients, Options options)
    {
        var alpha = options.alpha!.Value;
        var squares = list.Of(state => state.square_avg).mul_(alpha).addcmul_(gradients, gradients, 1 - alpha);
        if (options.centered == true)
        {
            var averages = list.Of(state => state.grad_avg ??= state.ZerosLikeParameter()).mul_(alpha).add_(gradients, 1 - alpha);
            squares = squares.addcmul(averages, averages, -1);
        }
        return squares.sqrt().add_(options.eps!.Value);
    }
}
