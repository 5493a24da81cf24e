using System.Security.Cryptography;
using System.Text;
using Framework.Components.Data.Volumes;
using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Data.Findings;

/// <summary>The label maps of a unit's cases: <c>masks/CASE.nii.gz</c> in its folder.</summary>
/// <param name="unit">The unit's folder.</param>
public sealed class MaskFolder(string unit) : IMaskStore
{
    /// <summary>The folder's name within the unit's.</summary>
    public const string Name = "masks";

    // File systems take 255 bytes; the ending and an unfinished file's mark need some of them.
    private const int LongestName = 180;

    /// <inheritdoc />
    public (string File, string Hash) Save(Case item, Image mask)
    {
        Directory.CreateDirectory(Path.Combine(unit, Name));
        var file = $"{Name}/{FileName(item.Id)}.nii.gz";
        var path = Path.Combine(unit, file);
        NiftiFile.Write(path, mask, NiftiVoxels.UInt8);
        return (file, FileHash.Of(path));
    }

    /// <summary>Reads a case's label map back.</summary>
    /// <param name="findings">What <c>findings.jsonl</c> says of the case.</param>
    /// <param name="workspace">Where the voxels go.</param>
    /// <returns>(1, z, y, x), or (1, y, x) for a slice; null where the case has none.</returns>
    /// <exception cref="DataFormatException">The file is not there, or not the one that was written.</exception>
    public Image? Read(CaseFindings findings, SampleWorkspace workspace)
    {
        if (findings.MaskFile is not { } file)
            return null;
        var path = Path.Combine(unit, file);
        if (!File.Exists(path) || FileHash.Of(path) != findings.MaskHash)
            throw new DataFormatException($"{path}: the label map is not the one that was predicted. Delete the unit's folder and run again.");
        var volume = VolumeFile.Read(path, file, workspace);
        if (findings.Grid.Dimensions == 3)
            return volume;
        var slice = workspace.Allocate(findings.Grid.Shape(1), geometry: findings.Grid.Geometry);
        volume.Pixels.CopyTo(slice.Pixels);
        return slice;
    }

    /// <summary>A name that any file system takes, different for different cases.</summary>
    private static string FileName(string item)
    {
        var name = Uri.EscapeDataString(item);
        return name.Length <= LongestName ? name : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item)));
    }
}
