using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>meshnet</c>.</summary>
public sealed record MeshNetOptions : NetworkOptions
{
    /// <summary>Classes, with the background; one output channel each. Without it there is a channel for each of the masks' classes, or for each label where no masks are asked for.</summary>
    [Range(1, 4096)]
    public int? Classes { get; init; }

    /// <summary>Channels of every hidden layer.</summary>
    [Range(1, 1024)]
    public int Channels { get; init; } = 5;

    /// <summary>
    /// The distance of a 3x3x3 kernel's elements in each hidden layer, in voxels. The default sees 47 voxels in each direction.
    /// </summary>
    [MinLength(1)]
    [Range(1, 256)]
    public IReadOnlyList<int> Dilations { get; init; } = [1, 2, 4, 8, 16, 8, 4, 2, 1];
}
