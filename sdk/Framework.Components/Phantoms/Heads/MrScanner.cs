namespace Framework.Components.Phantoms.Heads;

/// <summary>How one MRI scanner shows a head.</summary>
/// <param name="Maker">DICOM (0008,0070).</param>
/// <param name="Model">DICOM (0008,1090).</param>
/// <param name="FieldStrength">Tesla.</param>
/// <param name="Gain">Stored value of full brightness.</param>
/// <param name="NoiseSd">Standard deviation of the noise in both channels, as a share of full brightness.</param>
/// <param name="Bias">How strongly brightness drifts across the head: standard deviation of the logarithm's coefficients.</param>
public sealed record MrScanner(string Maker, string Model, double FieldStrength, double Gain, double NoiseSd, double Bias)
{
    /// <summary>The two of every phantom.</summary>
    public static IReadOnlyList<MrScanner> Two { get; } =
        [new("Phantom", "Phantom A", 1.5, 700, 0.035, 0.10), new("Phantom", "Phantom B", 3, 1100, 0.025, 0.18)];
}
