using TorchSharp.Interop;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Looks up a row of its weight (entries, dimensions) for each index.</summary>
        /// <remarks>First values are PyTorch's: standard normal, and 0 in the row of the padding index.</remarks>
        public sealed class Embedding : nn.Module<Tensor, Tensor>
        {
            private static readonly Operator Lookup = new("aten::embedding");
            private static readonly Operator Renormalise = new("aten::embedding_renorm_");
            private readonly EmbeddingOptions _options;

            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            internal Embedding(Parameter weight, EmbeddingOptions options) : base(nameof(Embedding))
            {
                _options = options;
                this.weight = weight;
            }

            /// <summary>The table (entries, dimensions).</summary>
            public Parameter weight
            {
                get => _weight!;
                set => SetParameter(ref _weight, nameof(weight), value ?? throw new ArgumentNullException(nameof(value)));
            }

            public override Tensor forward(Tensor input)
            {
                if (_options.MaxNorm is { } most)
                    using (no_grad())
                        Renormalise.CallVoid(weight, input, most, _options.NormType);
                return Lookup.Call(weight, input, _options.PaddingIndex ?? -1, _options.ScaleGradientByFrequency, _options.Sparse);
            }
        }

        internal sealed record EmbeddingOptions
        {
            public long? PaddingIndex { get; init; }
            public double? MaxNorm { get; init; }
            public double NormType { get; init; }
            public bool ScaleGradientByFrequency { get; init; }
            public bool Sparse { get; init; }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors, looked up by index.</summary>
            /// <param name="num_embeddings">The number of entries.</param>
            /// <param name="embedding_dims">The size of an entry.</param>
            /// <param name="padding_idx">The entry that stays 0 and is not trained.</param>
            /// <param name="max_norm">Entries of a greater norm are scaled down to it when looked up.</param>
            /// <param name="norm_type">Which norm that is.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often an entry was looked up.</param>
            /// <param name="sparse">Whether the gradient is sparse.</param>
            /// <param name="device">Where the table is.</param>
            /// <param name="dtype">Its type.</param>
            public static Modules.Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var table = init.normal_(empty([num_embeddings, embedding_dims], dtype: dtype, device: device));
                if (padding_idx is { } padding)
                    using (var row = table.select(0, padding))
                        row.zero_();
                return Embedding_from_pretrained(table, false, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);
            }

            /// <summary>A table with the values of <paramref name="embeddings"/>, which is taken over; trained unless <paramref
            /// name="freeze"/>.</summary>
            public static Modules.Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null,
                double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
                ScalarType? dtype = null)
            {
                var layer = new Modules.Embedding(Parameter(embeddings, !freeze), new Modules.EmbeddingOptions
                {
                    PaddingIndex = padding_idx, MaxNorm = max_norm, NormType = norm_type, ScaleGradientByFrequency = scale_grad_by_freq, Sparse = sparse,
                });
                return layer.to(device ?? layer.weight.device, dtype ?? layer.weight.dtype);
            }
        }
    }
}
