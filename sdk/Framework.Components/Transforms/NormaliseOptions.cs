namespace Framework.Components.Transforms;

/// <summary>Options of <c>normalise</c>.</summary>
public sealed record NormaliseOptions
{
    /// <summary>What is subtracted from and divides each channel: <c>imagenet</c>, or a mean and a deviation for each channel.</summary>
    public required ChannelStatistics By { get; init; }
}
