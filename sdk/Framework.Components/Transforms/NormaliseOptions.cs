namespace Framework.Components.Transforms;

/// <summary>Options of <c>normalise</c>.</summary>
/// <example>{ use: normalise, by: training }</example>
public sealed record NormaliseOptions
{
    /// <summary>What is subtracted from and divides each channel: <c>training</c> for the mean and deviation of the fold's training part,
    /// <c>imagenet</c>, or a mean and a deviation for each channel.</summary>
    public required ChannelStatistics By { get; init; }
}
