namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Steps one schedule after the other, changing at the milestones.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="schedulers">Schedules of that optimizer.</param>
                    /// <param name="milestones">The epochs at which the next schedule takes over: one fewer than schedules.</param>
                    /// <param name="last_epoch">The epoch last done; -1 before the first.</param>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        _schedulers = schedulers.ToArray();
                        _milestones = milestones.ToArray();
                        if (_schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                            throw new ArgumentException("The schedules in sequence must be of one optimizer.");
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException(
                                $"{_schedulers.Length} schedules and {_milestones.Length} milestones; expected one milestone fewer than schedules.");
                        Restart();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var current = _milestones.Count(milestone => milestone <= _last_epoch);
                        // The closed form of epoch 0: a schedule that takes over starts from the initial rates.
                        _schedulers[current].step(current > 0 && _milestones[current - 1] == _last_epoch ? 0 : null);
                        return _schedulers[current]._last_lrs;
                    }

                    // The constructors of the schedules each made a step; take those back, and let the first one alone make its own.
                    private void Restart()
                    {
                        foreach (var group in _groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler._last_epoch--;
                        _schedulers[0].step();
                        _last_lrs = _schedulers[0]._last_lrs;
                    }
                }
            }

            /// <summary>Steps one schedule after the other, changing at the milestones.</summary>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);
        }
    }
}
