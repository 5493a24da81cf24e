namespace Framework.Components.Transforms.Intensity;

/// <summary>What an intensity offset is measured in.</summary>
public enum ShiftUnit
{
    /// <summary>The image's own values.</summary>
    Values,

    /// <summary>The image's range: its greatest value less its least.</summary>
    Range,

    /// <summary>The image's standard deviation.</summary>
    Deviations,
}
