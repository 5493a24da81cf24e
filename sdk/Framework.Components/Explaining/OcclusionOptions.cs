using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Explaining;

/// <summary>Options of <c>occlusion</c>.</summary>
/// <example>{ use: occlusion, patch: [12, 13, 13], fill: zeros, batch: 32 }</example>
public sealed record OcclusionOptions
{
    /// <summary>Voxels that are covered at once along each axis, (y, x) or (z, y, x), each at least 1.</summary>
    [Length(2, 3)]
    public required IReadOnlyList<int> Patch { get; init; }

    /// <summary>Voxels from one patch to the next along each axis, each at least 1. Default: those of a patch, so that patches do not overlap.</summary>
    public IReadOnlyList<int> Stride { get; init; } = [];

    /// <summary>What a covered patch shows: zeros, mean or noise. Default: zeros.</summary>
    public OcclusionFill Fill { get; init; } = OcclusionFill.Zeros;

    /// <summary>Patches that go through the network together, at least 1: memory grows with it, and so does speed where one image leaves the machine idle. Default: 16.</summary>
    [Range(1, 65_536)]
    public int Batch { get; init; } = 16;

    /// <summary>What falls when something that matters is covered: logit or probability. Default: logit.</summary>
    public ExplainedScore Score { get; init; } = ExplainedScore.Logit;
}
