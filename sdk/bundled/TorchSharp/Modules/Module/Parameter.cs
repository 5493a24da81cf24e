using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module trains.</summary>
    /// <remarks>It takes the data over: the tensor it was made from is disposed of. It is always a leaf of the autograd graph.</remarks>
    public class Parameter : Tensor
    {
        /// <param name="data">The values, taken over.</param>
        /// <param name="requires_grad">Whether gradients are computed for it.</param>
        public Parameter(Tensor data, bool requires_grad = true) : base(TakeOver(data))
        {
            if (requires_grad)
                this.requires_grad = true;
        }

        private static IntPtr TakeOver(Tensor data)
        {
            var leaf = data.detach();
            data.Dispose();
            return leaf.DecoupleFromNativeHandle();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A parameter with the values of <paramref name="data"/>, which is taken over.</summary>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
