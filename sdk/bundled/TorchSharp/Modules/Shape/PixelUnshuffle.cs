using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Makes (n, c r², y, x) of (n, c, y r, x r): r by r pixels become r² channels.</summary>
        public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
        {
            internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

            /// <summary>The factor r.</summary>
            public long downscale_factor { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes (n, c r², y, x) of (n, c, y r, x r): r by r pixels become r² channels.</summary>
            public static Modules.PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

            public static partial class functional
            {
                private static readonly Operator OpPixelUnshuffle = new("aten::pixel_unshuffle");

                /// <summary>Makes (n, c r², y, x) of (n, c, y r, x r): r by r pixels become r² channels.</summary>
                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => OpPixelUnshuffle.Call(input, downscale_factor);
            }
        }
    }
}
