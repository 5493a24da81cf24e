using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A gated recurrent network: (time, n, features), or (n, time, features) if batch first.</summary>
        /// <remarks>The output is (time, n, directions x hidden), the hidden state (layers x directions, n, hidden).</remarks>
        public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
        {
            private static readonly Operator Run = new("aten::gru", "input");
            private static readonly Operator RunPacked = new("aten::gru", "data");
            private readonly RecurrentShape _shape;
            private readonly RecurrentWeights _weights;

            internal GRU(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(GRU))
            {
                _shape = shape;
                _weights = new RecurrentWeights(shape, gates: 3);
                _weights.Create(register_parameter, device, dtype);
            }

            /// <summary>The output at each time and the last hidden state.</summary>
            /// <param name="input">The sequences.</param>
            /// <param name="h0">The hidden state to begin with; zeros when null.</param>
            public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
            {
                _weights.RequireInput(input, GetName());
                using var zeros = h0 is null ? _weights.Zeros(input) : null;
                return Run.Call2(input, h0 ?? zeros, _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional,
                    _shape.BatchFirst);
            }

            /// <inheritdoc cref="forward"/>
            public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

            /// <summary>The same for sequences of unequal length.</summary>
            public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
            {
                using var zeros = h0 is null ? _weights.Zeros(input.data, input.Cases) : null;
                using var start = input.Sorted(h0);
                var (output, last) = RunPacked.Call2(
                    input.data, input.batch_sizes, start ?? zeros, _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional);
                return (input.With(output), input.Unsorted(last));
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A gated recurrent network.</summary>
            /// <param name="inputSize">The number of features.</param>
            /// <param name="hiddenSize">The size of the hidden state.</param>
            /// <param name="numLayers">The number of layers.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether the batch is the first dimension of input and output.</param>
            /// <param name="dropout">The probability of dropping elements between layers, in training.</param>
            /// <param name="bidirectional">Whether it also runs backwards.</param>
            /// <param name="device">Where its parameters are.</param>
            /// <param name="dtype">Their type.</param>
            public static Modules.GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new Modules.RecurrentShape(inputSize, hiddenSize)
                {
                    Layers = numLayers, Bias = bias, BatchFirst = batchFirst, Dropout = dropout, Bidirectional = bidirectional,
                }, device, dtype);
        }
    }
}
