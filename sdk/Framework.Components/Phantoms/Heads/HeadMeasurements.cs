namespace Framework.Components.Phantoms.Heads;

/// <summary>What a reader would measure on a head: the six items of the Bern score (Dobrocky et al. 2019, JAMA Neurology).</summary>
public sealed record HeadMeasurements
{
    /// <summary>Millimetres between pituitary and chiasm.</summary>
    public required double SuprasellarCistern { get; init; }

    /// <summary>Millimetres between clivus and pons.</summary>
    public required double PrepontineCistern { get; init; }

    /// <summary>Millimetres between mamillary bodies and pons.</summary>
    public required double MamillopontineDistance { get; init; }

    /// <summary>Whether the venous sinuses are engorged.</summary>
    public required bool SinusEngorgement { get; init; }

    /// <summary>Whether the dura enhances.</summary>
    public required bool DuralEnhancement { get; init; }

    /// <summary>Whether there is fluid below the dura.</summary>
    public required bool SubduralFluid { get; init; }

    /// <summary>What is measured on a head, with a reader's errors.</summary>
    /// <param name="head">The head.</param>
    /// <param name="random">The reader's stream.</param>
    /// <param name="error">Standard deviation of a length, millimetres; a judgement errs in proportion.</param>
    public static HeadMeasurements Of(Head head, RandomStream random, double error = 0.5)
    {
        double Length(double length) => Math.Max(0, length + (error * random.Normal()));
        bool Seen(double sign) => sign + (0.25 * error * random.Normal()) > 0.45;
        return new HeadMeasurements
        {
            SuprasellarCistern = Length(head.SuprasellarCistern),
            PrepontineCistern = Length(head.PrepontineCistern),
            MamillopontineDistance = Length(head.MamillopontineDistance),
            SinusEngorgement = Seen(head.Signs.Veins),
            DuralEnhancement = Seen(head.Signs.Dura),
            SubduralFluid = Seen(head.Signs.Fluid),
        };
    }
}
