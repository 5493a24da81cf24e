using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Takes the training away.</summary>
public sealed class UntrainedControl : IControl
{
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Fitting = false };
}
