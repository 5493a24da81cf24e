using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Framework.Components.Transforms;

/// <summary>Mean and standard deviation of each channel: <c>training</c> (worked out from the fold's training part), a preset's name
/// (<c>imagenet</c>), or the figures.</summary>
public sealed record ChannelStatistics : IParsable<ChannelStatistics>
{
    /// <summary>Mean of each channel; a single figure serves all channels.</summary>
    [MinLength(1)]
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviation of each channel, above 0; a single figure serves all channels.</summary>
    [MinLength(1)]
    public required IReadOnlyList<double> Deviation { get; init; }

    /// <summary>Whether the figures come from the training part of the fold.</summary>
    internal bool IsTraining { get; private init; }

    /// <summary><c>training</c>, or the statistics of a preset: <c>imagenet</c>, three channels in [0, 1], as torchvision's pretrained networks expect.</summary>
    /// <exception cref="FormatException">No preset has that name.</exception>
    public static ChannelStatistics Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"no channel statistics are called '{s}'. There are training and imagenet; or give mean and deviation.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ChannelStatistics result)
    {
        result = s switch
        {
            "training" => new ChannelStatistics { Mean = [], Deviation = [], IsTraining = true },
            "imagenet" => new ChannelStatistics { Mean = [0.485, 0.456, 0.406], Deviation = [0.229, 0.224, 0.225] },
            _ => null,
        };
        return result is not null;
    }
}
