using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator OpPad = new("aten::pad");

            /// <summary>Pads the last axes.</summary>
            /// <param name="input">What is padded.</param>
            /// <param name="pad">How much: before and after the last axis, then before and after the one before it, and so on; negative
            /// crops.</param>
            /// <param name="mode">What is padded; <see cref="PaddingModes.Zeros"/> is the constant 0.</param>
            /// <param name="value">The value, for <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Zeros => OpPad.Call(input, pad, "constant", 0.0),
                PaddingModes.Constant => OpPad.Call(input, pad, "constant", value),
                PaddingModes.Reflect => OpPad.Call(input, pad, "reflect"),
                PaddingModes.Replicate => OpPad.Call(input, pad, "replicate"),
                PaddingModes.Circular => OpPad.Call(input, pad, "circular"),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding."),
            };

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, Window(pad), mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            /// <summary>Pads both ends of the last axis by the same.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad, pad }, mode, value);
        }
    }
}
