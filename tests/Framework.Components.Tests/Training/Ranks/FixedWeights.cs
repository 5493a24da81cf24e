using TorchSharp;

namespace Framework.Components.Tests.Training.Ranks;

/// <summary>A model whose first weights are functions of their names: ranks that are threads share libtorch's generator, and draw in any order.</summary>
internal sealed class FixedWeights(IModelFactory inner) : IModelFactory
{
    public IModel Create(ModelContext context)
    {
        var model = inner.Create(context);
        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var (name, parameter) in model.Module.named_parameters())
        {
            var random = new RandomStream(77).Derive(name);
            var isScale = parameter.Dimensions == 1 && name.EndsWith("weight", StringComparison.Ordinal);
            var deviation = parameter.Dimensions == 1 ? 0.1 : Math.Sqrt(2.0 * parameter.shape[0] / parameter.numel());
            var values = Enumerable.Range(0, (int)parameter.numel()).Select(_ => (float)((isScale ? 1 : 0) + (deviation * random.Normal()))).ToArray();
            parameter.copy_(torch.tensor(values).reshape(parameter.shape));
        }

        return model;
    }
}
