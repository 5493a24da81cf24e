using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last three axes with a value.</summary>
        public sealed class ConstantPad3d : PadBase
        {
            internal ConstantPad3d(double value, params long[] padding) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last three axes with a value.</summary>
            /// <param name="padding">How much at every end.</param>
            /// <param name="value">The value.</param>
            public static Modules.ConstantPad3d ConstantPad3d(long padding, double value) => new(value, Window(padding, 6));

            /// <summary>Pads the last three axes with a value.</summary>
            /// <param name="padding">How much at each end, (left, right, top, bottom, front, back): the last axis first.</param>
            /// <param name="value">The value.</param>
            public static Modules.ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);
        }
    }
}
