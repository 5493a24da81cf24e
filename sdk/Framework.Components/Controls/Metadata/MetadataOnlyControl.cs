namespace Framework.Components.Controls;

/// <summary>Predicts the labels from facts of the acquisition without any image: the probe for shortcuts.</summary>
/// <remarks>
/// A logistic regression with an L2 penalty for each label on scanner, site, kernel, thickness, spacing, matrix, day, padding and whatever else
/// the source knows of a case, and on size and number of its files. What weighed most is among the events of its unit.
/// </remarks>
/// <param name="options">Which facts count.</param>
public sealed class MetadataOnlyControl(MetadataOnlyOptions options) : IControl
{
    private readonly ImageFacts _images = new();

    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        AtChance = true,
        AtMost = 0.65,
        Otherwise = "How a case was acquired tells its label: the network may have learnt the scanner instead of the disease.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with
    {
        Trainer = new MetadataTrainer(options, new CaseFacts(recipe.Source, options, LoadsImages(recipe) ? _images : null)),
    };

    private bool LoadsImages(UnitRecipe recipe) => options.Images ?? recipe.Train.Count <= ImageFacts.FewCases;
}
