namespace Framework.Components.Models;

/// <summary>The shape of a DenseNet (Huang et al. 2017, table 1).</summary>
internal sealed record DenseNetPlan(int Depth, Space Space, int InputChannels)
{
    /// <summary>Channels that each layer adds.</summary>
    public int Growth { get; init; } = 32;

    public static IReadOnlyList<int> Depths { get; } = [121, 169, 201];

    public int Stem => 2 * Growth;

    public int Inner => 4 * Growth;

    public int[] Blocks => Depth switch
    {
        121 => [6, 12, 24, 16],
        169 => [6, 12, 32, 32],
        201 => [6, 12, 48, 32],
        _ => throw new ArgumentOutOfRangeException(nameof(Depth), Depth, $"Expected one of {string.Join(", ", Depths)}."),
    };

    /// <summary>Weights for volumes come from MONAI, which puts a layer's parts one level deeper than torchvision.</summary>
    public bool NamedAsMonai => Space.Axes == 3;
}
