namespace TorchSharp.Modules;

/// <summary>The numbers of one Adam or AdamW step.</summary>
internal readonly record struct AdamRates(double LearningRate, double Beta1, double Beta2, double Epsilon)
{
    /// <summary>Weight of the L2 penalty, whose gradient is added to the loss's.</summary>
    public double Penalty { get; init; }

    /// <summary>Share of a parameter that decay apart from the gradient leaves.</summary>
    public double Kept { get; init; } = 1;

    public bool Maximize { get; init; }
}
