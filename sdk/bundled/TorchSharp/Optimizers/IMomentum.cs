namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has a momentum that schedules may cycle.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the previous update kept, in [0, 1).</summary>
            double Momentum { get; set; }
        }
    }
}
