using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of unequal length without padding, as recurrent networks take them: all first elements, then all
                /// second...</summary>
                public sealed class PackedSequence : IDisposable
                {
                    private static readonly Operator Select = new("aten::index_select");

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices!;
                        this.unsorted_indices = unsorted_indices!;
                    }

                    /// <summary>The elements, (all, features).</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have an element at each time, Int64, on the processor.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Which sequence stands at each place, longest first; null where they were in that order.</summary>
                    public readonly Tensor sorted_indices;

                    /// <summary>At which place each sequence stands; null where they were in that order.</summary>
                    public readonly Tensor unsorted_indices;

                    internal long Cases
                    {
                        get
                        {
                            using var first = batch_sizes.select(0, 0);
                            return first.ToInt64();
                        }
                    }

                    // Hidden states (layers, n, hidden) in the order of the packed sequences, and back.
                    internal Tensor? Sorted(Tensor? hidden) =>
                        hidden is null ? null : sorted_indices is null ? hidden.alias() : Select.Call(hidden, 1L, sorted_indices);

                    internal Tensor Unsorted(Tensor hidden)
                    {
                        if (unsorted_indices is null)
                            return hidden;
                        using (hidden)
                            return Select.Call(hidden, 1L, unsorted_indices);
                    }

                    internal PackedSequence With(Tensor output) =>
                        new(output, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    private IEnumerable<Tensor> Tensors => new[] { data, batch_sizes, sorted_indices,
                        unsorted_indices }.Where(tensor => tensor is not null);

                    private PackedSequence ForEach(Action<Tensor> action)
                    {
                        foreach (var tensor in Tensors)
                            action(tensor);
                        return this;
                    }

                    public void Dispose() => ForEach(tensor => tensor.Dispose());

                    public PackedSequence DetachFromDisposeScope() => ForEach(tensor => tensor.DetachFromDisposeScope());

                    public PackedSequence MoveToOuterDisposeScope() => ForEach(tensor => tensor.MoveToOuterDisposeScope());

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope other) => ForEach(tensor => tensor.MoveToOtherDisposeScope(other));

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => ForEach(tensor => tensor.MoveToOtherDisposeScope(other.data));
                }
            }
        }
    }
}
