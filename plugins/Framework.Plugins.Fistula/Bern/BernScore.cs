namespace Framework.Plugins.Fistula.Bern;

/// <summary>
/// The Bern score of intracranial hypotension on brain MRI (Dobrocky et al. 2019, JAMA Neurology 76:580-587): 0 to 9 points of six findings.
/// </summary>
public static class BernScore
{
    /// <summary>The greatest score.</summary>
    public const int Greatest = 9;

    /// <summary>Adds the points.</summary>
    /// <param name="sinusEngorgement">Engorgement of a venous sinus: 2 points.</param>
    /// <param name="pachymeningealEnhancement">Enhancement of the dura: 2 points.</param>
    /// <param name="suprasellar">Height of the suprasellar cistern, millimetres: 2 points at 4.0 or less.</param>
    /// <param name="subduralFluid">Subdural fluid collection: 1 point.</param>
    /// <param name="prepontine">Width of the prepontine cistern, millimetres: 1 point at 5.0 or less.</param>
    /// <param name="mamillopontine">Distance from the mamillary bodies to the pons, millimetres: 1 point at 6.5 or less.</param>
    /// <returns>0 to 2 is a low, 3 and 4 an intermediate, 5 to 9 a high probability of a leak.</returns>
    public static int Of(bool sinusEngorgement, bool pachymeningealEnhancement, double suprasellar, bool subduralFluid, double prepontine, double mamillopontine) =>
        (sinusEngorgement ? 2 : 0) + (pachymeningealEnhancement ? 2 : 0) + (suprasellar <= 4.0 ? 2 : 0)
        + (subduralFluid ? 1 : 0) + (prepontine <= 5.0 ? 1 : 0) + (mamillopontine <= 6.5 ? 1 : 0);
}
