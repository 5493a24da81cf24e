using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape: one size a dimension.</summary>
    public readonly partial struct Size : IEnumerable<long>
    {
        public static Size Empty = new((long[])[]);

        private readonly long[] shape;

        public Size(long[] shape) => this.shape = shape;

        public Size(int[] shape)
            : this(Array.ConvertAll(shape, Convert.ToInt64))
        {
        }

        public Size(IEnumerable<long> shape)
            : this(shape.ToArray())
        {
        }

        public long[] Shape => shape ?? [];

        public int Length => Shape.Length;

        public bool IsEmpty => Length == 0;

        public bool IsScalar => IsEmpty;

        public long this[int idx] => Shape[idx];

        public long this[long idx] => Shape[idx];

        public static bool operator ==(Size left, Size right) => left.Shape.AsSpan().SequenceEqual(right.Shape);

        public static bool operator !=(Size left, Size right) => !(left == right);

        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>How many elements a tensor of this shape has.</summary>
        public long numel() => ProductOf(Shape);

        public Size Slice(int first, int next) => new(Shape[first..next]);

        public IEnumerable<long> Take(int i) => Shape.Take(i);

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var size in Shape)
                hash.Add(size);
            return hash.ToHashCode();
        }

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
