using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Settings of the libraries behind the operators.</summary>
    public static class backends
    {
        public static class cuda
        {
            public static bool flash_sdp_enabled() => Get(ContextSwitch.FlashAttention);

            public static void enable_flash_sdp(bool enable) => Set(ContextSwitch.FlashAttention, enable);

            public static bool math_sdp_enabled() => Get(ContextSwitch.MathAttention);

            public static void enable_math_sdp(bool enable) => Set(ContextSwitch.MathAttention, enable);

            public static class matmul
            {
                /// <summary>Matrix products of 32-bit numbers may round them to 10 bits of fraction.</summary>
                public static bool allow_tf32
                {
                    get => Get(ContextSwitch.MatmulTf32);
                    set => Set(ContextSwitch.MatmulTf32, value);
                }
            }
        }

        public static class cudnn
        {
            /// <summary>Convolutions of 32-bit numbers may round them to 10 bits of fraction.</summary>
            public static bool allow_tf32
            {
                get => Get(ContextSwitch.CudnnTf32);
                set => Set(ContextSwitch.CudnnTf32, value);
            }
        }
    }
}
