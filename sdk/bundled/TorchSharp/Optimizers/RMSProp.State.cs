namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Updates so far.</summary>
        public long step;

        /// <summary>Average of the squared gradient.</summary>
        public torch.Tensor square_avg = null!;

        /// <summary>The running update, with momentum.</summary>
        public torch.Tensor? momentum_buffer;

        /// <summary>Average of the gradient, where centred.</summary>
        public torch.Tensor? grad_avg;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            var own = (Options)options;
            step = 0;
            square_avg = ZerosLikeParameter();
            momentum_buffer = own.momentum > 0 ? ZerosLikeParameter() : null;
            grad_avg = own.centered == true ? ZerosLikeParameter() : null;
        }
    }
}
