namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a factor when a metric has not improved for a number of epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _minimize;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly double[] _min_lrs;
                    private readonly double _eps;
                    private double _best;
                    private int _bad_epochs;
                    private int _cooling;

                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                        bool verbose = false)
                        : base(optimizer, 0, verbose)
                    {
                        if (factor >= 1)
                            throw new ArgumentException($"factor is {factor}; expected below 1.");
                        _minimize = OneOf(nameof(mode), mode, "min", "max");
                        _relative = OneOf(nameof(threshold_mode), threshold_mode, "rel", "abs");
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _min_lrs = PerGroup(min_lr, 0, nameof(min_lr));
                        _eps = eps;
                        _best = _minimize ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Needs the metric: always throws.</summary>
                    public override void step() => step(null);

                    /// <summary>Needs the metric: always throws.</summary>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau needs the metric: call step(current).");

                    /// <summary>Ends an epoch.</summary>
                    /// <param name="current">The metric of the epoch.</param>
                    /// <param name="epoch">Its number; null means the next one.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        var better = IsBetter(current);
                        _best = better ? current : _best;
                        _bad_epochs = better || _cooling > 0 ? 0 : _bad_epochs + 1;
                        _cooling = Math.Max(0, _cooling - 1);
                        if (_bad_epochs > _patience)
                            Reduce();
                        _last_lrs = Rates(group => group.LearningRate);
                    }

                    private void Reduce()
                    {
                        Apply(_groups.Zip(_min_lrs, (group, minimum) =>
                        {
                            var next = Math.Max(group.LearningRate * _factor, minimum);
                            return group.LearningRate - next > _eps ? next : group.LearningRate;
                        }));
                        _cooling = _cooldown;
                        _bad_epochs = 0;
                    }

                    private bool IsBetter(double current) => (_minimize, _relative) switch
                    {
                        (true, true) => current < _best * (1 - _threshold),
                        (true, false) => current < _best - _threshold,
                        (false, true) => current > _best * (1 + _threshold),
                        (false, false) => current > _best + _threshold,
                    };

                    private static bool OneOf(string name, string value, string first, string second) => value == first
                        || (value == second ? false : throw new ArgumentException(
                            $"{name} is '{value}'; expected '{first}' or '{second}'."));
                }
            }

            /// <summary>Multiplies the rates by a factor when a metric has not improved for a number of epochs.</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="mode">"min" where lower is better, "max" where higher is.</param>
            /// <param name="factor">What the rates are multiplied by, below 1.</param>
            /// <param name="patience">Epochs without improvement that are still borne.</param>
            /// <param name="threshold">The least change that counts as an improvement.</param>
            /// <param name="threshold_mode">"rel" where the threshold is a share of the best value, "abs" where it is a difference.</param>
            /// <param name="cooldown">Epochs after a reduction that do not count.</param>
            /// <param name="min_lr">The lowest rates, one for each group or one for all; null means 0.</param>
            /// <param name="eps">Smaller changes of a rate are not made.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);
        }
    }
}
