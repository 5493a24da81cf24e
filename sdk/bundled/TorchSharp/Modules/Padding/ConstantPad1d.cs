using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last axis with a value.</summary>
        public sealed class ConstantPad1d : PadBase
        {
            internal ConstantPad1d(double value, params long[] padding) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last axis with a value.</summary>
            /// <param name="padding">How much at every end.</param>
            /// <param name="value">The value.</param>
            public static Modules.ConstantPad1d ConstantPad1d(long padding, double value) => new(value, Window(padding, 2));

            /// <summary>Pads the last axis with a value.</summary>
            /// <param name="padding">How much at each end, (left, right).</param>
            /// <param name="value">The value.</param>
            public static Modules.ConstantPad1d ConstantPad1d((long, long) padding, double value) => new(value, padding.Item1, padding.Item2);
        }
    }
}
