namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Updates so far.</summary>
        public long step;

        /// <summary>Average of the gradient.</summary>
        public torch.Tensor exp_avg = null!;

        /// <summary>Average of the squared gradient.</summary>
        public torch.Tensor exp_avg_sq = null!;

        /// <summary>The largest average of squares so far, with amsgrad.</summary>
        public torch.Tensor? max_exp_avg_sq;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            exp_avg = ZerosLikeParameter();
            exp_avg_sq = ZerosLikeParameter();
            max_exp_avg_sq = ((Options)options).amsgrad == true ? ZerosLikeParameter() : null;
        }
    }
}
