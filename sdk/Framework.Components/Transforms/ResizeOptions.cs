using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms;

/// <summary>Options of <c>resize</c>.</summary>
public sealed record ResizeOptions
{
    /// <summary>Rows and columns of the result, (y, x), in pixels.</summary>
    [Length(2, 2)]
    public required IReadOnlyList<int> Size { get; init; }

    /// <summary>How values between pixels are made. Default: bilinear-antialiased.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.BilinearAntialiased;
}
