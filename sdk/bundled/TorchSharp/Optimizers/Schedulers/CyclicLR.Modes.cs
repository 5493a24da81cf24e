namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public partial class CyclicLR
                {
                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>It does not.</summary>
                        Triangular,

                        /// <summary>It halves with each cycle.</summary>
                        Triangular2,

                        /// <summary>It is gamma to the power of the iterations.</summary>
                        ExpRange,
                    }

                    /// <summary>What a scale function is given.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The iterations done.</summary>
                        Iterations,
                    }
                }
            }
        }
    }
}
