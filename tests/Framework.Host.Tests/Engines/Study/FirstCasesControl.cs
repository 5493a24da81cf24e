using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Options of <c>study.first</c>.</summary>
public sealed record FirstCasesOptions
{
    /// <summary>Training cases, one control a count.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];
}

/// <summary>Trains on the first few cases.</summary>
public sealed class FirstCasesControl(FirstCasesOptions options) : IControl
{
    public IReadOnlyList<ControlVariant> Variants =>
        [.. options.Counts.Select(count => new ControlVariant($"{count}", new FirstCasesControl(new() { Counts = [count] }), $"{count}"))];

    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Train = [.. recipe.Train.Take(options.Counts[0])] };
}
