namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Cycles the rates between two bounds, and the momentum against them (Smith 2017).</summary>
                public partial class CyclicLR : LRScheduler
                {
                    private readonly double[] _max_lrs;
                    private readonly double[] _base_momentum;
                    private readonly double[] _max_momentum;
                    private readonly bool _cycle_momentum;
                    private readonly double _total_size;
                    private readonly double _step_ratio;
                    private readonly Func<double, double> _scale_fn;
                    private readonly ScaleMode _scale_mode;

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null,
                        impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [base_lr], [max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum,
                            [base_momentum], [max_momentum], last_epoch, verbose)
                    {
                    }

                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                        Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _base_lrs = PerGroup(base_lr, 0, nameof(base_lr));
                        _max_lrs = PerGroup(max_lr, 0, nameof(max_lr));
                        _base_momentum = PerGroup(base_momentum, 0.8, nameof(base_momentum));
                        _max_momentum = PerGroup(max_momentum, 0.9, nameof(max_momentum));
                        if (cycle_momentum)
                            CycledMomentum.Require(optimizer);
                        _cycle_momentum = cycle_momentum;
                        _total_size = step_size_up + (step_size_down < 0 ? step_size_up : step_size_down);
                        _step_ratio = step_size_up / _total_size;
                        (_scale_fn, _scale_mode) = scale_fn is null ? ScaleOf(mode, gamma) : (scale_fn, scale_mode);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / _total_size);
                        var x = 1 + _last_epoch / _total_size - cycle;
                        var height = (x <= _step_ratio ? x / _step_ratio : (x - 1) / (_step_ratio - 1))
                            * _scale_fn(_scale_mode == ScaleMode.Cycle ? cycle : _last_epoch);
                        for (var i = 0; _cycle_momentum && i < _groups.Length; i++)
                            CycledMomentum.Set(_groups[i], _max_momentum[i] - (_max_momentum[i] - _base_momentum[i]) * height);
                        return _base_lrs.Zip(_max_lrs, (low, high) => low + (high - low) * height).ToArray();
                    }

                    private static (Func<double, double>, ScaleMode) ScaleOf(Mode mode, double gamma) => mode switch
                    {
                        Mode.Triangular => (_ => 1, ScaleMode.Cycle),
                        Mode.Triangular2 => (cycle => Math.Pow(2, 1 - cycle), ScaleMode.Cycle),
                        Mode.ExpRange => (iterations => Math.Pow(gamma, iterations), ScaleMode.Iterations),
                        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "expected Triangular, Triangular2 or ExpRange"),
                    };
                }
            }
        }
    }
}
