using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.Fistula.Bern;

/// <summary>Options of <c>fistula.bern-score</c>: which attributes of a case hold the six findings. The data source must keep them (<c>attributes</c>).</summary>
/// <example>{ use: fistula.bern-score }</example>
public sealed record BernScoreOptions
{
    /// <summary>Engorgement of a venous sinus: yes or no.</summary>
    [MinLength(1)]
    public string SinusEngorgement { get; init; } = "sinus_engorgement";

    /// <summary>Enhancement of the dura: yes or no.</summary>
    [MinLength(1)]
    public string PachymeningealEnhancement { get; init; } = "pachymeningeal_enhancement";

    /// <summary>Height of the suprasellar cistern, millimetres.</summary>
    [MinLength(1)]
    public string Suprasellar { get; init; } = "suprasellar_mm";

    /// <summary>Subdural fluid collection: yes or no.</summary>
    [MinLength(1)]
    public string SubduralFluid { get; init; } = "subdural_fluid";

    /// <summary>Width of the prepontine cistern, millimetres.</summary>
    [MinLength(1)]
    public string Prepontine { get; init; } = "prepontine_mm";

    /// <summary>Distance from the mamillary bodies to the pons, millimetres.</summary>
    [MinLength(1)]
    public string Mamillopontine { get; init; } = "mamillopontine_mm";
}
