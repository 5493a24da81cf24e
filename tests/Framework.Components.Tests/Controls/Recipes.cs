using Framework.Components.Tests.Data;
using Framework.Components.Training;

namespace Framework.Components.Tests.Controls;

/// <summary>Recipes of the tiny cohort.</summary>
internal static class Recipes
{
    public static UnitRecipe Of(IReadOnlyList<Case> train, IReadOnlyList<Case>? validate = null, IDataSource? source = null) => new()
    {
        Train = train,
        Validate = validate ?? [],
        Trainer = new PrevalenceTrainer(),
        Source = source ?? new Cohort(),
        Labels = Cohort.Labels,
    };
}
