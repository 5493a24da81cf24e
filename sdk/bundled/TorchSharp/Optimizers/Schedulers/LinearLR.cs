namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a factor that goes linearly from start_factor to end_factor in total_iters epochs.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (start_factor is <= 0 or > 1)
                            throw new ArgumentException($"start_factor is {start_factor}; expected above 0 and up to 1.");
                        if (end_factor is < 0 or > 1)
                            throw new ArgumentException($"end_factor is {end_factor}; expected 0 to 1.");
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Rates(group => group.LearningRate * Change());

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FromBase(initial => initial * (_start_factor + (_end_factor - _start_factor) * Math.Min(_total_iters, _last_epoch) / _total_iters));

                    private double Change()
                    {
                        if (_last_epoch == 0)
                            return _start_factor;
                        var slope = _end_factor - _start_factor;
                        return _last_epoch > _total_iters ? 1 : 1 + slope / (_total_iters * _start_factor + (_last_epoch - 1) * slope);
                    }
                }
            }

            /// <summary>Multiplies the rates by a factor that goes linearly from start_factor to end_factor in total_iters epochs.</summary>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);
        }
    }
}
