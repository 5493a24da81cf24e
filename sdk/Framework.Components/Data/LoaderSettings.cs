namespace Framework.Components.Data;

/// <summary>How a <see cref="BatchLoader"/> works.</summary>
public sealed record LoaderSettings
{
    /// <summary>Cases in a batch; the last one of a pass has what is left.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Loader threads, at least 1. The batches are the same for any number.</summary>
    public required int Threads { get; init; }

    /// <summary>Shape of one case's image as the transforms leave it: (channel, y, x) or (channel, z, y, x).</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Number of labels of a case.</summary>
    public required int Labels { get; init; }

    /// <summary>Batches that are prepared ahead of the one in use. Default: 2.</summary>
    public int Ahead { get; init; } = 2;

    /// <summary>Lay 2-D images out with channels last in memory; the tensor's shape stays (case, channel, y, x). Convolutions run faster so.</summary>
    public bool ChannelsLast { get; init; }

    /// <summary>Keep batches in memory that a GPU can read by itself.</summary>
    public bool Pinned { get; init; }
}
