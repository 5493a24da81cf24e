namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Takes the rates to zero in total_iters epochs along a polynomial.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _total_iters;
                    private readonly double _power;

                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Rates(group => _last_epoch == 0 || _last_epoch > _total_iters
                                ? group.LearningRate
                                : group.LearningRate * Math.Pow((1 - _last_epoch / _total_iters) / (1 - (_last_epoch - 1) / _total_iters), _power));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FromBase(initial => initial * Math.Pow(1 - Math.Min(_total_iters, _last_epoch) / _total_iters, _power));
                }
            }

            /// <summary>Takes the rates to zero in total_iters epochs along a polynomial.</summary>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);
        }
    }
}
