namespace Framework.Components.Data.Loading;

/// <summary>Options of <c>balanced</c>.</summary>
/// <example>{ use: balanced, label: any }</example>
public sealed record BalancedOptions
{
    /// <summary>The label whose values are the classes. Default: each combination of the labels that occurs is a class, as for one label or one-hot labels.</summary>
    public string? Label { get; init; }
}
