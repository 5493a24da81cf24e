namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a factor until total_iters epochs are done.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total_iters;

                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (factor is <= 0 or > 1)
                            throw new ArgumentException($"factor is {factor}; expected above 0 and up to 1.");
                        _factor = factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Rates(group => group.LearningRate * (_last_epoch == 0 ? _factor : _last_epoch == _total_iters ? 1 / _factor : 1));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FromBase(initial => initial * (_last_epoch >= _total_iters ? 1 : _factor));
                }
            }

            /// <summary>Multiplies the rates by a factor until total_iters epochs are done.</summary>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);
        }
    }
}
