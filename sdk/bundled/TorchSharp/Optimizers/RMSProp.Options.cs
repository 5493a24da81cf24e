namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The options of one group; an option that is null takes the optimizer's value.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Decay rate of the average of the squared gradient.</summary>
        public double? alpha;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>Weight of the L2 penalty, whose gradient is added to the loss's.</summary>
        public double? weight_decay;

        /// <summary>The share of the previous update kept.</summary>
        public double? momentum;

        /// <summary>Whether the denominator is the gradient's standard deviation instead of its root mean square.</summary>
        public bool? centered;

        /// <summary>Whether to ascend instead of descend.</summary>
        public bool? maximize;
    }
}
