using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last three axes with the content mirrored, without repeating the edge.</summary>
        public sealed class ReflectionPad3d : PadBase
        {
            internal ReflectionPad3d(params long[] padding) : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last three axes with the content mirrored, without repeating the edge.</summary>
            /// <param name="padding">How much at every end.</param>
            public static Modules.ReflectionPad3d ReflectionPad3d(long padding) => new(Window(padding, 6));

            /// <summary>Pads the last three axes with the content mirrored, without repeating the edge.</summary>
            /// <param name="padding">How much at each end, (left, right, top, bottom, front, back): the last axis first.</param>
            public static Modules.ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);
        }
    }
}
