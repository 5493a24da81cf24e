using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A long short-term memory network: (time, n, features), or (n, time, features) if batch first.</summary>
        /// <remarks>The output is (time, n, directions x hidden), hidden and cell states (layers x directions, n, hidden).</remarks>
        public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
        {
            private static readonly Operator Run = new("aten::lstm", "input");
            private static readonly Operator RunPacked = new("aten::lstm", "data");
            private readonly RecurrentShape _shape;
            private readonly RecurrentWeights _weights;

            internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(LSTM))
            {
                _shape = shape;
                _weights = new RecurrentWeights(shape, gates: 4);
                _weights.Create(register_parameter, device, dtype);
            }

            /// <summary>The output at each time, and the last hidden and cell states.</summary>
            /// <param name="input">The sequences.</param>
            /// <param name="h0_c0">The hidden and cell states to begin with; zeros when null.</param>
            public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
            {
                _weights.RequireInput(input, GetName());
                using var zeros = h0_c0 is null ? _weights.Zeros(input) : null;
                var start = h0_c0 is { } given ? new[] { given.Item1, given.Item2 } : [zeros!, zeros!];
                return Run.Call3(input, start, _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional,
                    _shape.BatchFirst);
            }

            /// <inheritdoc cref="forward"/>
            public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

            /// <summary>The same for sequences of unequal length.</summary>
            public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
            {
                using var zeros = h0_c0 is null ? _weights.Zeros(input.data, input.Cases) : null;
                using var hidden = input.Sorted(h0_c0?.Item1);
                using var cell = input.Sorted(h0_c0?.Item2);
                var (output, lastHidden, lastCell) = RunPacked.Call3(
                    input.data, input.batch_sizes, new[] { hidden ?? zeros,
                        cell ?? zeros }, _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional);
                return (input.With(output), input.Unsorted(lastHidden), input.Unsorted(lastCell));
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A long short-term memory network.</summary>
            /// <param name="inputSize">The number of features.</param>
            /// <param name="hiddenSize">The size of the hidden state.</param>
            /// <param name="numLayers">The number of layers.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether the batch is the first dimension of input and output.</param>
            /// <param name="dropout">The probability of dropping elements between layers, in training.</param>
            /// <param name="bidirectional">Whether it also runs backwards.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new Modules.RecurrentShape(inputSize, hiddenSize)
                {
                    Layers = numLayers, Bias = bias, BatchFirst = batchFirst, Dropout = dropout, Bidirectional = bidirectional,
                }, device, dtype);
        }
    }
}
