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
            }
        }
    }
}
