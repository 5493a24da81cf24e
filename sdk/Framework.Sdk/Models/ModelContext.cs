namespace Framework.Sdk;

/// <summary>What a network is made for.</summary>
public sealed record ModelContext
{
    /// <summary>Shape of one case's image as the transforms leave it: (channel, y, x) or (channel, z, y, x).</summary>
    public required IReadOnlyList<int> InputShape { get; init; }

    /// <summary>The labels to predict; a classifier has one output for each, in this order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>False to begin with random weights where the options name some: a control. The network is the same one.</summary>
    public bool Pretrained { get; init; } = true;

    /// <summary>The classes of each voxel for a network that segments, the background first; empty where masks are not asked for.</summary>
    public IReadOnlyList<string> MaskClasses { get; init; } = [];

    /// <summary>The classes of objects for a detector, without the background; empty where objects are not asked for.</summary>
    public IReadOnlyList<string> ObjectClasses { get; init; } = [];
}
