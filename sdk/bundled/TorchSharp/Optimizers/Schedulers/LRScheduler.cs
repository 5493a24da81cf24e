namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, step by step; its constructor makes the step to epoch 0.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                internal readonly Optimizer _optimizer = null!;
                internal readonly ILearningRateController[] _groups = [];
                internal readonly bool _verbose;
                internal double[] _base_lrs = [];
                internal double[] _last_lrs = [];
                internal int _last_epoch;

                protected LRScheduler()
                {
                }

                /// <param name="optimizer">Whose rates are set.</param>
                /// <param name="last_epoch">The epoch last done; -1 before the first.</param>
                /// <param name="verbose">Whether each change is printed.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _groups = optimizer.ParamGroups.ToArray();
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = Array.ConvertAll(_groups, group => group.InitialLearningRate);
                    _last_lrs = Array.ConvertAll(_groups, group => group.LearningRate);
                }

                /// <summary>Goes on to the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to an epoch; null means the next one.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    Apply(epoch is null ? get_lr() : get_closed_form_lr());
                }

                /// <summary>Goes to an epoch; only <see cref="impl.ReduceLROnPlateau"/> reads the metric.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates set last, one for each group.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                /// <summary>The rates of the current epoch, from those of the previous one.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates(group => group.LearningRate);

                /// <summary>The rates of the current epoch, from the initial ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                internal double[] Rates(Func<ILearningRateController, double> rate) => Array.ConvertAll(_groups, group => rate(group));

                internal double[] FromBase(Func<double, double> rate) => Array.ConvertAll(_base_lrs, initial => rate(initial));

                /// <summary>One value for each group, from one for each group, one for all, or the default.</summary>
                internal double[] PerGroup(IEnumerable<double>? values, double absent, string name)
                {
                    var given = values?.ToArray() ?? [absent];
                    if (given.Length == 1)
                        return Enumerable.Repeat(given[0], _groups.Length).ToArray();
                    return given.Length == _groups.Length ? given : throw new ArgumentException(
                        $"{name} has {given.Length} values for {_groups.Length} groups; expected one for each.");
                }

                internal void Apply(IEnumerable<double> rates)
                {
                    var next = rates.ToArray();
                    for (var i = 0; i < _groups.Length; i++)
                    {
                        if (_verbose && next[i] != _groups[i].LearningRate)
                            Console.WriteLine($"Adjusting learning rate of group {i} to {next[i]}.");
                        _groups[i].LearningRate = next[i];
                    }
                    _last_lrs = next;
                }
            }
        }
    }
}
