namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates of the previous epoch by a factor of the epoch.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lr_lambdas;

                    /// <param name="lr_lambda">The factor as a function of the epoch, for every group.</param>
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => lr_lambda), last_epoch, verbose)
                    {
                    }

                    /// <param name="lr_lambdas">The factors as functions of the epoch, one for each group.</param>
                    public MultiplicativeLR(
                        Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lr_lambdas = lr_lambdas.ToArray();
                        if (_lr_lambdas.Length != _groups.Length)
                            throw new ArgumentException(
                                $"{_lr_lambdas.Length} functions for {_groups.Length} groups; expected one for each.");
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        _groups.Zip(_lr_lambdas, (group, factor) => group.LearningRate * (_last_epoch > 0 ? factor(_last_epoch) : 1)).ToArray();
                }
            }

            /// <summary>Multiplies the rates of the previous epoch by a factor of the epoch.</summary>
            public static LRScheduler MultiplicativeLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);
        }
    }
}
