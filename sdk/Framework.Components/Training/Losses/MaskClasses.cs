namespace Framework.Components.Training.Losses;

/// <summary>The classes that a loss over voxels is for.</summary>
internal static class MaskClasses
{
    /// <exception cref="ExperimentException">The trainer asks for no masks.</exception>
    public static int Require(string component, LossContext context) => context.MaskClasses.Count > 0
        ? context.MaskClasses.Count
        : throw new ExperimentException($"'{component}' learns from masks, and the trainer asks for none. Set trainer.masks, such as {{ classes: [background, lesion] }}.");
}
