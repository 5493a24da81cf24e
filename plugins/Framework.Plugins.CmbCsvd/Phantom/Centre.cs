using Framework.Components.Phantoms.Heads;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>How one centre shows a head on susceptibility-weighted images.</summary>
/// <param name="Name">Its code.</param>
/// <param name="Scanner">Gain, noise and drift.</param>
/// <param name="Blooming">How much larger than its core a microbleed is seen; grows with echo time and field.</param>
/// <param name="Vein">Signal of a vein, as a share of full brightness.</param>
/// <param name="Fluid">Signal of cerebrospinal fluid.</param>
/// <param name="Grey">Signal of grey matter; white matter has 0.58.</param>
internal sealed record Centre(string Name, MrScanner Scanner, double Blooming, double Vein, double Fluid, double Grey)
{
    /// <summary>Two that develop the model, and the third on which it is tested.</summary>
    public static IReadOnlyList<Centre> Three { get; } =
    [
        new("A", new("Phantom", "Phantom A", 3, 1100, 0.022, 0.10), 1.6, 0.20, 0.70, 0.64),
        new("B", new("Phantom", "Phantom B", 1.5, 800, 0.035, 0.08), 1.35, 0.28, 0.78, 0.61),
        new("C", new("Phantom", "Phantom C", 3, 1700, 0.028, 0.14), 1.5, 0.24, 0.64, 0.66),
    ];
}
