using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Cannot be used in a stage without a model.</summary>
public sealed class NeedyControl : IControl
{
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => throw new ExperimentException("'study.needy' needs a model.");
}
