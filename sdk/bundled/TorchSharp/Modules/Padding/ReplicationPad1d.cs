using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last axis by repeating the edge.</summary>
        public sealed class ReplicationPad1d : PadBase
        {
            internal ReplicationPad1d(params long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last axis by repeating the edge.</summary>
            /// <param name="padding">How much at every end.</param>
            public static Modules.ReplicationPad1d ReplicationPad1d(long padding) => new(Window(padding, 2));

            /// <summary>Pads the last axis by repeating the edge.</summary>
            /// <param name="padding">How much at each end, (left, right).</param>
            public static Modules.ReplicationPad1d ReplicationPad1d((long, long) padding) => new(padding.Item1, padding.Item2);
        }
    }
}
