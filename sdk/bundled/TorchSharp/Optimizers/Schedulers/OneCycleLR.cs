namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Takes the rates up to a maximum and down to nearly nothing in one cycle, the momentum against them (Smith and Topin 2018).</summary>
                public partial class OneCycleLR : LRScheduler
                {
                    private readonly double[] _max_lrs;
                    private readonly double[] _base_momentum;
                    private readonly double[] _max_momentum;
                    private readonly bool _cycle_momentum;
                    private readonly double _final_div_factor;
                    private readonly int _total_steps;
                    private readonly Func<double, double, double, double> _anneal;
                    private readonly (double End, Level From, Level To)[] _phases;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                        bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            [base_momentum], [max_momentum], div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_steps = Steps(total_steps, epochs, steps_per_epoch);
                        _max_lrs = PerGroup(max_lr, 0, nameof(max_lr));
                        _base_momentum = PerGroup(base_momentum, 0.85, nameof(base_momentum));
                        _max_momentum = PerGroup(max_momentum, 0.95, nameof(max_momentum));
                        if (cycle_momentum)
                            CycledMomentum.Require(optimizer);
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"pct_start is {pct_start}; expected 0 to 1.");
                        _cycle_momentum = cycle_momentum;
                        _final_div_factor = final_div_factor;
                        _anneal = anneal_strategy == AnnealStrategy.Cos ? CosineBetween : LineBetween;
                        _phases = Phases(pct_start * _total_steps, three_phase);
                        if (last_epoch == -1)
                            foreach (var (group, maximum) in _groups.Zip(_max_lrs))
                                group.InitialLearningRate = maximum / div_factor;
                        _base_lrs = Array.ConvertAll(_groups, group => group.InitialLearningRate);
                        step();
                    }
                }
            }
        }
    }
}
