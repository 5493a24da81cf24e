namespace Framework.Sdk;

/// <summary>A run beside the run that shows what a score is worth: the same unit with one thing taken away.</summary>
public interface IControl
{
    /// <summary>Changes the recipe of a unit.</summary>
    /// <param name="recipe">The unit as the experiment has it.</param>
    /// <param name="random">The control's stream in this unit; all its variants get the same one.</param>
    /// <returns>The recipe with something taken away; cases never move between parts.</returns>
    /// <exception cref="ExperimentException">The thing is not there to be taken away.</exception>
    UnitRecipe Apply(UnitRecipe recipe, RandomStream random);

    /// <summary>What it may score beside a run that can be trusted. Default: clearly less than the run.</summary>
    ControlExpectation Expected => new() { BelowRun = true };

    /// <summary>The controls that this one stands for, such as one a size; empty where it is a single one.</summary>
    IReadOnlyList<ControlVariant> Variants => [];
}
