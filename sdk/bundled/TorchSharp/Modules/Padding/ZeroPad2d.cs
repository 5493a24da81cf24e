using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last two axes with zeros.</summary>
        public sealed class ZeroPad2d : PadBase
        {
            internal ZeroPad2d(params long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last two axes with zeros.</summary>
            /// <param name="padding">How much at every end.</param>
            public static Modules.ZeroPad2d ZeroPad2d(long padding) => new(Window(padding, 4));

            /// <summary>Pads the last two axes with zeros.</summary>
            /// <param name="padding">How much at each end, (left, right, top, bottom): the last axis first.</param>
            public static Modules.ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
