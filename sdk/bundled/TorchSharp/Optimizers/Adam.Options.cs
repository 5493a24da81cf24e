namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>The options of one group; an option that is null takes the optimizer's value.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Decay rate of the average of the gradient.</summary>
        public double? beta1;

        /// <summary>Decay rate of the average of the squared gradient.</summary>
        public double? beta2;

        /// <summary>Weight of the L2 penalty, whose gradient is averaged with the loss's.</summary>
        public double? weight_decay;

        /// <summary>Added to the denominator.</summary>
        public double? eps;

        /// <summary>Whether the denominator uses the largest average of squares so far.</summary>
        public bool? amsgrad;

        /// <summary>Whether to ascend instead of descend.</summary>
        public bool? maximize;

        internal AdamRates AtRate(double learningRate) => new(learningRate, beta1!.Value, beta2!.Value, eps!.Value);
    }
}
