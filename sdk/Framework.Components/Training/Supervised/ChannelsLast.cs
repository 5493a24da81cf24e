using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Lays the weights of 2-D convolutions out with channels last; values and shapes stay.</summary>
public static class ChannelsLast
{
    /// <summary>Changes the module's parameters in place.</summary>
    /// <param name="module">A module on any device.</param>
    public static void Apply(torch.nn.Module module)
    {
        using var noGradient = torch.no_grad();
        foreach (var parameter in module.parameters().Where(parameter => parameter.shape.Length == 4))
        {
            using var scope = torch.NewDisposeScope();
            parameter.set_(parameter.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2));
        }
    }
}
