namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>The small vessel diseases that are told apart.</summary>
internal enum Disease
{
    /// <summary>Arteriolosclerosis: microbleeds lie deep.</summary>
    Asvd,

    /// <summary>Cerebral amyloid angiopathy: microbleeds lie in the lobes, in and below the cortex.</summary>
    Caa,

    /// <summary>CADASIL: microbleeds lie in both, and the white matter is changed widely.</summary>
    Cadasil,
}
