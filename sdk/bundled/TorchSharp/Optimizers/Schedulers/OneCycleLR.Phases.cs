namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public partial class OneCycleLR
                {
                    /// <summary>The curve from one level to the next.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos,

                        /// <summary>A line.</summary>
                        Linear,
                    }

                    // A rate that is high goes with a momentum that is low.
                    private enum Level
                    {
                        Initial,
                        Highest,
                        Lowest,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _total_steps)
                            throw new InvalidOperationException(
                                $"Step {_last_epoch} of a cycle of {_total_steps} steps. Make total_steps larger, or stop.");
                        var phase = Math.Min(_phases.Count(each => each.End < _last_epoch), _phases.Length - 1);
                        var start = phase == 0 ? 0 : _phases[phase - 1].End;
                        var (end, from, to) = _phases[phase];
                        var part = (_last_epoch - start) / (end - start);
                        for (var i = 0; _cycle_momentum && i < _groups.Length; i++)
                            CycledMomentum.Set(_groups[i], _anneal(Momentum(i, from), Momentum(i, to), part));
                        return Enumerable.Range(0, _groups.Length).Select(i => _anneal(Rate(i, from), Rate(i, to), part)).ToArray();
                    }

                    private (double, Level, Level)[] Phases(double top, bool threePhase) => threePhase
                        ? [
                            (top - 1, Level.Initial, Level.Highest),
                            (2 * top - 2, Level.Highest, Level.Initial),
                            (_total_steps - 1, Level.Initial, Level.Lowest),
                        ]
                        : [(top - 1, Level.Initial, Level.Highest), (_total_steps - 1, Level.Highest, Level.Lowest)];

                    private double Rate(int group, Level level) => level switch
                    {
                        Level.Highest => _max_lrs[group],
                        Level.Lowest => _base_lrs[group] / _final_div_factor,
                        _ => _base_lrs[group],
                    };

                    private double Momentum(int group, Level level) =>
                        level == Level.Highest ? _base_momentum[group] : _max_momentum[group];

                    private static double CosineBetween(double from, double to, double part) =>
                        to + (from - to) / 2 * (1 + Math.Cos(Math.PI * part));

                    private static double LineBetween(double from, double to, double part) => (to - from) * part + from;

                    private static int Steps(int total, int epochs, int perEpoch)
                    {
                        if (total > 0)
                            return total;
                        return epochs > 0 && perEpoch > 0
                            ? epochs * perEpoch
                            : throw new ArgumentException("Give total_steps, or epochs and steps_per_epoch, each above 0.");
                    }
                }
            }
        }
    }
}
