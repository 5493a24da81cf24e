namespace Framework.Components.Controls;

/// <summary>Trains on labels that were dealt out anew among the training cases, and selects likewise: a score above chance then is a leak.</summary>
public sealed class PermutedLabelsControl : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        AtChance = true,
        Otherwise = "Labels without meaning were predicted on unseen cases: something of those cases reached the training.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with
    {
        Train = Permute(recipe.Train, random.Derive("train")),
        Validate = Permute(recipe.Validate, random.Derive("validate")),
    };

    private static Case[] Permute(IReadOnlyList<Case> cases, RandomStream random)
    {
        var labels = cases.Select(item => item.Labels).ToArray();
        random.Shuffle(labels.AsSpan());
        return [.. cases.Select((item, i) => item with { Labels = labels[i] })];
    }
}
