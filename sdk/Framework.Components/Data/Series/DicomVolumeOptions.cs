using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Series;

/// <summary>How a series becomes a volume.</summary>
public sealed record DicomVolumeOptions
{
    /// <summary>What pixels outside the scanned region become, in the modality's units: those with the Pixel Padding Value (0028,0120) or in the range up to its limit (0028,0121). Absent: they stay.</summary>
    public float? Padding { get; init; }

    /// <summary>Threads that decode slices; 0 for one a processor. Default: 0.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
