using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last two axes by repeating the edge.</summary>
        public sealed class ReplicationPad2d : PadBase
        {
            internal ReplicationPad2d(params long[] padding) : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last two axes by repeating the edge.</summary>
            /// <param name="padding">How much at every end.</param>
            public static Modules.ReplicationPad2d ReplicationPad2d(long padding) => new(Window(padding, 4));

            /// <summary>Pads the last two axes by repeating the edge.</summary>
            /// <param name="padding">How much at each end, (left, right, top, bottom): the last axis first.</param>
            public static Modules.ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
