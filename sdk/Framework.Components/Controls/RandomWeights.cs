namespace Framework.Components.Controls;

/// <summary>A network with random weights, whatever weights its options name.</summary>
internal sealed class RandomWeights(IModelFactory factory) : IModelFactory
{
    public IModel Create(ModelContext context) => factory.Create(context with { Pretrained = false });
}
