namespace Framework.Components.Training;

/// <summary>How images and convolution weights lie in memory; results agree but for rounding.</summary>
public enum MemoryFormat
{
    /// <summary>The channels of a pixel side by side: faster convolutions. Volumes stay contiguous, which measured no slower on the CPU.</summary>
    ChannelsLast,

    /// <summary>The channels of a pixel or voxel side by side, in volumes too.</summary>
    ChannelsLastVolumes,

    /// <summary>Channel by channel.</summary>
    Contiguous,
}
