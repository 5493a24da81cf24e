namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has two decay rates of running averages; schedules cycle the first as a momentum.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the averages of the gradient and of its square, each in [0, 1).</summary>
            (double, double) Betas { get; set; }
        }
    }
}
