namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Takes the rates to eta_min and back along a cosine whose half period is T_max epochs (Loshchilov and Hutter 2017).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _t_max;
                    private readonly double _eta_min;

                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _t_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                            return Rates(group => group.LearningRate);
                        if (_step_count == 1)
                            return get_closed_form_lr();
                        if ((_last_epoch - 1 - _t_max) % (2 * _t_max) == 0)
                            return _groups.Zip(_base_lrs, (group, initial) =>
                                group.LearningRate + (initial - _eta_min) * (1 - Math.Cos(Math.PI / _t_max)) / 2).ToArray();
                        return Rates(group => Height(_last_epoch) / Height(_last_epoch - 1) * (group.LearningRate - _eta_min) + _eta_min);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FromBase(initial => _eta_min + (initial - _eta_min) * Height(_last_epoch) / 2);

                    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / _t_max);
                }
            }

            /// <summary>Takes the rates to eta_min and back along a cosine whose half period is T_max epochs (Loshchilov and Hutter 2017).</summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);
        }
    }
}
