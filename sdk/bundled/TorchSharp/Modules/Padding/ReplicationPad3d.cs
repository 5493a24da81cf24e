using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Pads the last three axes by repeating the edge.</summary>
        public sealed class ReplicationPad3d : PadBase
        {
            internal ReplicationPad3d(params long[] padding) : base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding)
            {
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Pads the last three axes by repeating the edge.</summary>
            /// <param name="padding">How much at every end.</param>
            public static Modules.ReplicationPad3d ReplicationPad3d(long padding) => new(Window(padding, 6));

            /// <summary>Pads the last three axes by repeating the edge.</summary>
            /// <param name="padding">How much at each end, (left, right, top, bottom, front, back): the last axis first.</param>
            public static Modules.ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);
        }
    }
}
