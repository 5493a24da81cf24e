using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A step of a long short-term memory network.</summary>
        public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
        {
            private static readonly Operator Step = new("aten::lstm_cell");
            private readonly long _hiddenSize;

            [ComponentName(Name = nameof(weight_ih))]
            private Parameter? _weight_ih;

            [ComponentName(Name = nameof(weight_hh))]
            private Parameter? _weight_hh;

            [ComponentName(Name = nameof(bias_ih))]
            private Parameter? _bias_ih;

            [ComponentName(Name = nameof(bias_hh))]
            private Parameter? _bias_hh;

            internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
            {
                Parameter Made(params long[] size) => nn.Parameter(empty(size, dtype: dtype, device: device));
                _hiddenSize = hiddenSize;
                weight_ih = Made(4 * hiddenSize, inputSize);
                weight_hh = Made(4 * hiddenSize, hiddenSize);
                if (bias)
                    (bias_ih, bias_hh) = (Made(4 * hiddenSize), Made(4 * hiddenSize));
                foreach (var parameter in parameters())
                    RecurrentWeights.Draw(parameter, hiddenSize);
            }

            /// <summary>What the input is multiplied by.</summary>
            public Parameter weight_ih
            {
                get => _weight_ih!;
                set => SetParameter(ref _weight_ih, nameof(weight_ih), value);
            }

            /// <summary>What the hidden state is multiplied by.</summary>
            public Parameter weight_hh
            {
                get => _weight_hh!;
                set => SetParameter(ref _weight_hh, nameof(weight_hh), value);
            }

            /// <summary>What is added to that of the input, if anything.</summary>
            public Parameter? bias_ih
            {
                get => _bias_ih;
                set => SetParameter(ref _bias_ih, nameof(bias_ih), value);
            }

            /// <summary>What is added to that of the hidden state, if anything.</summary>
            public Parameter? bias_hh
            {
                get => _bias_hh;
                set => SetParameter(ref _bias_hh, nameof(bias_hh), value);
            }

            /// <summary>The next hidden and cell states (n, hidden).</summary>
            /// <param name="input">(n, features).</param>
            /// <param name="h0_c0">The hidden and cell states; zeros when null.</param>
            public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
            {
                using var zeros = h0_c0 is null ? Zeros(input) : null;
                var start = h0_c0 is { } given ? new[] { given.Item1, given.Item2 } : [zeros!, zeros!];
                return Step.Call2(input, start, weight_ih, weight_hh, bias_ih, bias_hh);
            }

            /// <inheritdoc cref="forward"/>
            public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

            private Tensor Zeros(Tensor input) => zeros([input.shape[0], _hiddenSize], input.dtype, input.device);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A step of a long short-term memory network.</summary>
            /// <param name="inputSize">The number of features.</param>
            /// <param name="hiddenSize">The size of the hidden state.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
