namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The options of one group; an option that is null takes the optimizer's value.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The share of the previous update kept.</summary>
        public double? momentum;

        /// <summary>The share of the gradient kept out of the momentum.</summary>
        public double? dampening;

        /// <summary>Weight of the L2 penalty, whose gradient is added to the loss's.</summary>
        public double? weight_decay;

        /// <summary>Whether the momentum looks ahead.</summary>
        public bool? nesterov;

        /// <summary>Whether to ascend instead of descend.</summary>
        public bool? maximize;
    }
}
