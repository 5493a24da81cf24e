namespace Framework.Components.Phantoms.Heads;

/// <summary>How far each sign of intracranial hypotension has gone in one subject: 0 is none, 1 as far as it goes.</summary>
/// <param name="Dura">Thickening and enhancement of the dura.</param>
/// <param name="Veins">Distention of the venous sinuses.</param>
/// <param name="Sag">Sagging of the brainstem and narrowing of the cisterns.</param>
/// <param name="Pituitary">Enlargement of the pituitary.</param>
/// <param name="Fluid">Subdural fluid.</param>
public sealed record HypotensionSigns(double Dura, double Veins, double Sag, double Pituitary, double Fluid)
{
    /// <summary>No sign at all.</summary>
    public static HypotensionSigns None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Signs that come of one severity and differ from it by chance.</summary>
    /// <param name="severity">0 to 1.</param>
    /// <param name="spread">Standard deviation of each sign around it.</param>
    /// <param name="random">The subject's stream.</param>
    public static HypotensionSigns Draw(double severity, double spread, RandomStream random)
    {
        double Sign() => Math.Clamp(severity + (spread * random.Normal()), 0, 1);
        return new HypotensionSigns(Sign(), Sign(), Sign(), Sign(), Math.Clamp((2 * Sign()) - 1, 0, 1));
    }
}
