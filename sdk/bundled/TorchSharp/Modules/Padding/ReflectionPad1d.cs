using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last axis with the content mirrored, without repeating the edge.</summary>
        public sealed class ReflectionPad1d : PadBase
        {
            internal ReflectionPad1d(params long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last axis with the content mirrored, without repeating the edge.</summary>
            /// <param name="padding">How much at every end.</param>
            public static Modules.ReflectionPad1d ReflectionPad1d(long padding) => new(Window(padding, 2));

            /// <summary>Pads the last axis with the content mirrored, without repeating the edge.</summary>
            /// <param name="padding">How much at each end, (left, right).</param>
            public static Modules.ReflectionPad1d ReflectionPad1d((long, long) padding) => new(padding.Item1, padding.Item2);
        }
    }
}
