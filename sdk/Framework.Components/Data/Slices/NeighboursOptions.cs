using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Slices;

/// <summary>Options of <c>neighbours</c>.</summary>
public sealed record NeighboursOptions
{
    /// <summary>The source of the slices. It must know their series and where they lie in it.</summary>
    public required IDataSource Of { get; init; }

    /// <summary>Slices on each side; beyond the series its last slice again. Default: 1.</summary>
    [Range(1, 64)]
    public int EachSide { get; init; } = 1;
}
