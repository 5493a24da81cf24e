namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>Parameters that share options.</summary>
    public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0,
            double momentum = 0.0, bool centered = false)
            : this(
                parameters,
                new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        /// <summary>The share of the previous update kept, in [0, 1).</summary>
        public double Momentum { get => Options.momentum!.Value; set => Options.momentum = value; }
    }
}
