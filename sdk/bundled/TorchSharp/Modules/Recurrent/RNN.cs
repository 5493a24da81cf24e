using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A plain recurrent network, h = f(W x + b + U h + c): (time, n, features), or (n, time, features) if batch first.</summary>
        /// <remarks>The output is (time, n, directions x hidden), the hidden state (layers x directions, n, hidden).</remarks>
        public sealed class RNN : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
        {
            private static readonly Operator RunTanh = new("aten::rnn_tanh", "input");
            private static readonly Operator RunTanhPacked = new("aten::rnn_tanh", "data");
            private static readonly Operator RunRelu = new("aten::rnn_relu", "input");
            private static readonly Operator RunReluPacked = new("aten::rnn_relu", "data");
            private readonly nn.NonLinearities _nonLinearity;
            private readonly RecurrentShape _shape;
            private readonly RecurrentWeights _weights;

            internal RNN(RecurrentShape shape, nn.NonLinearities nonLinearity, Device? device, ScalarType? dtype) : base(nameof(RNN))
            {
                _nonLinearity = nonLinearity;
                _shape = shape;
                _weights = new RecurrentWeights(shape, gates: 1);
                _weights.Create(register_parameter, device, dtype);
            }

            /// <summary>The output at each time and the last hidden state.</summary>
            /// <param name="input">The sequences.</param>
            /// <param name="h0">The hidden state to begin with; zeros when null.</param>
            public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
            {
                _weights.RequireInput(input, GetName());
                using var zeros = h0 is null ? _weights.Zeros(input) : null;
                return (_nonLinearity == nn.NonLinearities.ReLU ? RunRelu : RunTanh).Call2(input, h0 ?? zeros, _weights.All, _shape.Bias,
                    _shape.Layers, _shape.Dropout, training, _shape.Bidirectional, _shape.BatchFirst);
            }

            /// <inheritdoc cref="forward"/>
            public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

            /// <summary>The same for sequences of unequal length.</summary>
            public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
            {
                using var zeros = h0 is null ? _weights.Zeros(input.data, input.Cases) : null;
                using var start = input.Sorted(h0);
                var (output, last) = (_nonLinearity == nn.NonLinearities.ReLU ? RunReluPacked : RunTanhPacked).Call2(
                    input.data, input.batch_sizes, start ?? zeros, _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional);
                return (input.With(output), input.Unsorted(last));
            }

            /// <summary>The input weight of a layer and direction; with two directions, numbers count both.</summary>
            public Parameter? get_weight_ih(long idx) => Part(idx, 0);

            /// <summary>The hidden weight of a layer and direction.</summary>
            public Parameter? get_weight_hh(long idx) => Part(idx, 1);

            /// <summary>The input bias of a layer and direction, if there is one.</summary>
            public Parameter? get_bias_ih(long idx) => _shape.Bias ? Part(idx, 2) : null;

            /// <summary>The hidden bias of a layer and direction, if there is one.</summary>
            public Parameter? get_bias_hh(long idx) => _shape.Bias ? Part(idx, 3) : null;

            private Parameter Part(long idx, int part) => _weights.All[idx * (_shape.Bias ? 4 : 2) + part];
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A plain recurrent network, h = f(W x + b + U h + c).</summary>
            /// <param name="inputSize">The number of features.</param>
            /// <param name="hiddenSize">The size of the hidden state.</param>
            /// <param name="numLayers">The number of layers.</param>
            /// <param name="nonLinearity">What follows the sum.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether the batch is the first dimension of input and output.</param>
            /// <param name="dropout">The probability of dropping elements between layers, in training.</param>
            /// <param name="bidirectional">Whether it also runs backwards.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh,
                bool bias = true, bool batchFirst = false,
                double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new Modules.RecurrentShape(inputSize, hiddenSize)
                {
                    Layers = numLayers, Bias = bias, BatchFirst = batchFirst, Dropout = dropout, Bidirectional = bidirectional,
                }, nonLinearity, device, dtype);
        }
    }
}
