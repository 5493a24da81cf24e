namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running update; null before the first step with momentum.</summary>
        public torch.Tensor? momentum_buffer;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public void Dispose() => DisposeTensors();

        public override void Initialize(OptimizerOptions options) => momentum_buffer = null;
    }
}
