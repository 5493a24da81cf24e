namespace Framework.Components.Explaining;

/// <summary>What a covered patch shows.</summary>
public enum OcclusionFill
{
    /// <summary>0 in the values that the network gets.</summary>
    Zeros,

    /// <summary>The image's mean, channel by channel.</summary>
    Mean,

    /// <summary>Normal noise with the image's mean and standard deviation, channel by channel; the same for a case whenever it is mapped.</summary>
    Noise,
}
