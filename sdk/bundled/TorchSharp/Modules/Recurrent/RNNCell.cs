using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A step of a plain recurrent network.</summary>
        public sealed class RNNCell : nn.Module<Tensor, Tensor, Tensor>
        {
            private static readonly Operator StepTanh = new("aten::rnn_tanh_cell");
            private static readonly Operator StepRelu = new("aten::rnn_relu_cell");
            private readonly nn.NonLinearities _nonLinearity;
            private readonly long _hiddenSize;

            [ComponentName(Name = nameof(weight_ih))]
            private Parameter? _weight_ih;

            [ComponentName(Name = nameof(weight_hh))]
            private Parameter? _weight_hh;

            [ComponentName(Name = nameof(bias_ih))]
            private Parameter? _bias_ih;

            [ComponentName(Name = nameof(bias_hh))]
            private Parameter? _bias_hh;

            internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device,
                ScalarType? dtype) : base(nameof(RNNCell))
            {
                Parameter Made(params long[] size) => nn.Parameter(empty(size, dtype: dtype, device: device));
                _nonLinearity = nonLinearity;
                _hiddenSize = hiddenSize;
                weight_ih = Made(hiddenSize, inputSize);
                weight_hh = Made(hiddenSize, hiddenSize);
                if (bias)
                    (bias_ih, bias_hh) = (Made(hiddenSize), Made(hiddenSize));
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

            /// <summary>The next hidden state (n, hidden).</summary>
            /// <param name="input">(n, features).</param>
            /// <param name="h0">The hidden state; zeros when null.</param>
            public override Tensor forward(Tensor input, Tensor? h0 = null)
            {
                using var zeros = h0 is null ? Zeros(input) : null;
                var step = _nonLinearity == nn.NonLinearities.ReLU ? StepRelu : StepTanh;
                return step.Call(input, h0 ?? zeros, weight_ih, weight_hh, bias_ih, bias_hh);
            }

            private Tensor Zeros(Tensor input) => zeros([input.shape[0], _hiddenSize], input.dtype, input.device);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A step of a plain recurrent network.</summary>
            /// <param name="inputSize">The number of features.</param>
            /// <param name="hiddenSize">The size of the hidden state.</param>
            /// <param name="nonLinearity">What follows the sum.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh,
                bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
