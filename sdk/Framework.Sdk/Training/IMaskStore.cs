namespace Framework.Sdk;

/// <summary>Keeps the label maps that a stage predicts. Safe from several threads.</summary>
public interface IMaskStore
{
    /// <summary>Keeps the label map of a case, in place of one that is there.</summary>
    /// <param name="item">The case.</param>
    /// <param name="mask">(1, y, x) or (1, z, y, x) on the scan's grid: whole numbers from 0, the background, to 255.</param>
    /// <returns>Where it lies, relative to the store's root, and its hexadecimal SHA-256.</returns>
    (string File, string Hash) Save(Case item, Image mask);
}
