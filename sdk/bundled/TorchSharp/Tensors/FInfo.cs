namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        public int bits;

        /// <summary>The difference between 1 and the next larger number.</summary>
        public double eps;
        public double max;
        public double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public double tiny;

        /// <inheritdoc cref="tiny"/>
        public double smallest_normal;

        /// <summary>10 to the minus the decimal digits that are sure.</summary>
        public double resolution;
    }
}
