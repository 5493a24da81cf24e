namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What follows the sum in a plain recurrent network.</summary>
        public enum NonLinearities
        {
            /// <summary>max(0, x).</summary>
            ReLU = 0,

            /// <summary>The hyperbolic tangent.</summary>
            Tanh = 1,
        }
    }
}
