namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</summary>
public partial class AdamW : OptimizerHelper, torch.optim.IBetas
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        _defaults = new Options
        {
            LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps,
            weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
        };
        UpdatesInOnePass = true;
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The betas of the first group; setting them sets those of every group.</summary>
    public (double, double) Betas
    {
        get => ((ParamGroup)_parameter_groups[0]).Betas;
        set
        {
            foreach (ParamGroup group in _parameter_groups)
                group.Betas = value;
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
        var kept = 1 - (group.LearningRate * (options.weight_decay ?? 0));
        var rates = options.AtRate(group.LearningRate) with { Kept = kept, Maximize = options.maximize == true };
        Update<State>(group, state => state.step, list => AdamUpdate.Apply(list, Moments(list, options.amsgrad == true), rates));
    }

    private static AdamMoments Moments(UpdateList<State> list, bool amsgrad)
    {
        foreach (var state in list.States)
            state.step++;
        return new AdamMoments(
            list.States[0].step,
            list.Of(state => state.exp_avg),
            list.Of(state => state.exp_avg_sq),
            amsgrad ? list.Of(state => state.max_exp_avg_sq ??= state.ZerosLikeParameter()) : null);
    }
}
