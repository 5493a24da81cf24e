namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Steps several schedules at once: their factors multiply.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <param name="schedulers">Schedules of one optimizer.</param>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers) : this(schedulers.ToArray())
                    {
                    }

                    private ChainedLR(LRScheduler[] schedulers) : base(schedulers.First()._optimizer)
                    {
                        if (schedulers.Any(scheduler => scheduler._optimizer != _optimizer))
                            throw new ArgumentException("The schedules to chain must be of one optimizer.");
                        _schedulers = schedulers;
                    }

                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                        _last_lrs = Rates(group => group.LearningRate);
                    }
                }
            }

            /// <summary>Steps several schedules at once: their factors multiply.</summary>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);
        }
    }
}
