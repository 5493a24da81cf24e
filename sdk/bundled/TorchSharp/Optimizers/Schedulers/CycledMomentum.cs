namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The momentum that a schedule cycles against the learning rate: Momentum, or the first of Betas.</summary>
            internal static class CycledMomentum
            {
                public static void Require(Optimizer optimizer)
                {
                    if (optimizer.ParamGroups.Any(group => group is not IMomentum and not IBetas))
                        throw new ArgumentException($"{optimizer.GetType().Name} has no momentum to cycle. Set cycle_momentum to false.");
                }

                public static void Set(ILearningRateController group, double value)
                {
                    if (group is IMomentum momentum)
                        momentum.Momentum = value;
                    else if (group is IBetas betas)
                        betas.Betas = (value, betas.Betas.Item2);
                }

                /// <summary>One value for each group, from one for each group, one for all, or the default.</summary>
                public static double[] PerGroup(Optimizer optimizer, IEnumerable<double>? values, double absent, string name)
                {
                    var given = values?.ToArray() ?? [absent];
                    var groups = optimizer.ParamGroups.Count();
                    if (given.Length == 1)
                        return Enumerable.Repeat(given[0], groups).ToArray();
                    return given.Length == groups ? given : throw new ArgumentException($"{name} has {given.Length} values for {groups} groups; expected one for each.");
                }
            }
        }
    }
}
