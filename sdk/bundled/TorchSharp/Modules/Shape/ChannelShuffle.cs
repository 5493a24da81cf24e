using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Mixes the channels of (n, c, axes...): those of the groups are interleaved.</summary>
        public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
        {
            private static readonly Operator Shuffle = new("aten::channel_shuffle");

            internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = groups;

            /// <summary>The number of groups, a divisor of the number of channels.</summary>
            public long groups { get; set; }

            public override Tensor forward(Tensor tensor) => Shuffle.Call(tensor, groups);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Mixes the channels of (n, c, axes...): those of the groups are interleaved.</summary>
            public static Modules.ChannelShuffle ChannelShuffle(long groups) => new(groups);
        }
    }
}
