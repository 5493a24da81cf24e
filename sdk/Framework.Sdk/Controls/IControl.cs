namespace Framework.Sdk;

/// <summary>A run beside the run that shows what a score is worth: the same unit with one thing taken away.</summary>
public interface IControl
{
    /// <summary>Changes the recipe of a unit.</summary>
    /// <param name="recipe">The unit as the experiment has it.</param>
    /// <param name="random">The control's stream in this unit.</param>
    /// <returns>The recipe with something taken away; cases never move between parts.</returns>
    UnitRecipe Apply(UnitRecipe recipe, RandomStream random);
}
