using System.ComponentModel.DataAnnotations;

namespace Study.Assembly;

/// <summary>Options of <c>study-name.count</c>.</summary>
public sealed record CountOptions
{
    /// <summary>The column whose values are counted. Default: positive.</summary>
    [MinLength(1)]
    public string Column { get; init; } = "positive";
}
