using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Batches of sequences of unequal length.</summary>
            public static partial class rnn
            {
                private static readonly Operator Pack = new("aten::_pack_padded_sequence");
                private static readonly Operator Pad = new("aten::_pad_packed_sequence");
                private static readonly Operator PadList = new("aten::pad_sequence");
                private static readonly Operator Sort = new("aten::sort");
                private static readonly Operator ArgSort = new("aten::argsort");
                private static readonly Operator SelectCases = new("aten::index_select");

                /// <summary>Packs padded sequences.</summary>
                /// <param name="input">(time, n, features), or (n, time, features) if batch first.</param>
                /// <param name="lengths">The lengths, Int64, on the processor.</param>
                /// <param name="batch_first">Whether the batch is the first dimension.</param>
                /// <param name="enforce_sorted">Whether the sequences stand longest first already; else they are sorted.</param>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    if (enforce_sorted)
                        return Packed(input, lengths, batch_first, null, null);
                    var (sortedLengths, order) = Sort.Call2(lengths, -1L, true);
                    using (sortedLengths)
                    {
                        var sorted = order.to(input.device);
                        if (!ReferenceEquals(sorted, order))
                            order.Dispose();
                        using var inOrder = SelectCases.Call(input, batch_first ? 0L : 1L, sorted);
                        return Packed(inOrder, sortedLengths, batch_first, sorted, ArgSort.Call(sorted));
                    }
                }

                private static PackedSequence Packed(Tensor input, Tensor lengths, bool batch_first, Tensor? order, Tensor? back)
                {
                    var (data, sizes) = Pack.Call2(input, lengths, batch_first);
                    return new PackedSequence(data, sizes, order, back);
                }

                /// <summary>Packs sequences (time, features).</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var list = sequences.ToArray();
                    using var lengths = torch.tensor(list.Select(sequence => sequence.shape[0]).ToArray());
                    using var padded = pad_sequence(list);
                    return pack_padded_sequence(padded, lengths, enforce_sorted: enforce_sorted);
                }

                /// <summary>The sequences, padded to one length, and their lengths.</summary>
                /// <param name="sequence">The packed sequences.</param>
                /// <param name="batch_first">Whether the result is (n, time, features) instead of (time, n, features).</param>
                /// <param name="padding_value">What they are padded with.</param>
                /// <param name="total_length">The length they are padded to; that of the longest when null.</param>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0,
                    long? total_length = null)
                {
                    var (padded, lengths) = Pad.Call2(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is not { } back)
                        return (padded, lengths);
                    using (padded)
                    using (lengths)
                    using (var places = back.cpu())
                        return (SelectCases.Call(padded, batch_first ? 0L : 1L, back), SelectCases.Call(lengths, 0L, places));
                }

                /// <summary>Sequences (time, ...) padded to one length: (time, n, ...), or (n, time, ...) if batch first.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0) =>
                    PadList.Call(sequences.ToArray(), batch_first, padding_value);
            }
        }
    }
}
