using Framework.Components.Phantoms;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>A hemorrhage: where it is, and how bright.</summary>
internal abstract class Bleed
{
    /// <summary>The label.</summary>
    public abstract string Subtype { get; }

    /// <summary>Fresh blood: 55 to 80 Hounsfield units.</summary>
    public required double Hounsfield { get; init; }

    /// <summary>Width of the darker rim around it; 0 for none.</summary>
    public virtual double Edema => 0;

    /// <summary>Millimetres inside the blood; negative outside.</summary>
    /// <param name="head">The anatomy that bounds it.</param>
    /// <param name="at">The place.</param>
    /// <param name="depth">The place's depth below the skull.</param>
    public abstract double Depth(Head head, Point at, double depth);
}
