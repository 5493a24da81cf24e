using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Makes (n, c, y r, x r) of (n, c r², y, x): r² channels become r by r pixels.</summary>
        public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
        {
            internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

            /// <summary>The factor r.</summary>
            public long upscale_factor { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes (n, c, y r, x r) of (n, c r², y, x): r² channels become r by r pixels.</summary>
            public static Modules.PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

            public static partial class functional
            {
                private static readonly Operator OpPixelShuffle = new("aten::pixel_shuffle");

                /// <summary>Makes (n, c, y r, x r) of (n, c r², y, x): r² channels become r by r pixels.</summary>
                public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => OpPixelShuffle.Call(input, upscale_factor);
            }
        }
    }
}
