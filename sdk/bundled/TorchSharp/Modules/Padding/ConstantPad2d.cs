using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last two axes with a value.</summary>
        public sealed class ConstantPad2d : PadBase
        {
            internal ConstantPad2d(double value, params long[] padding) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last two axes with a value.</summary>
            /// <param name="padding">How much at every end.</param>
            /// <param name="value">The value.</param>
            public static Modules.ConstantPad2d ConstantPad2d(long padding, double value) => new(value, Window(padding, 4));

            /// <summary>Pads the last two axes with a value.</summary>
            /// <param name="padding">How much at each end, (left, right, top, bottom): the last axis first.</param>
            /// <param name="value">The value.</param>
            public static Modules.ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
