using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>What a precision means on a device: the forward pass in 16 bits where safe, its outputs in 32.</summary>
internal sealed class Arithmetic(Precision precision, torch.Device device)
{
    // Losses are sums of logarithms: they are worked out in 32 bits whatever the network computed with.
    private readonly torch.ScalarType? _type = precision switch
    {
        Precision.Full => null,
        Precision.Mixed when device.type == DeviceType.CUDA => torch.ScalarType.Float16,
        _ => torch.ScalarType.BFloat16,
    };

    /// <summary>Whether small gradients would vanish without scaling.</summary>
    public bool NeedsScaling => _type == torch.ScalarType.Float16;

    public void Require()
    {
        if (_type is { } type)
            Autocast.Require(device.type, type);
    }

    public ModelOutput Forward(IModel model, Batch batch)
    {
        if (_type is not { } type)
            return model.Forward(batch);
        using var block = Autocast.Begin(device.type, type);
        var output = model.Forward(batch);
        return new ModelOutput(In32Bits(output.Heads)) { Losses = In32Bits(output.Losses), Objects = output.Objects, Features = output.Features?.to(torch.ScalarType.Float32) };
    }

    private static Dictionary<string, torch.Tensor> In32Bits(IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        tensors.ToDictionary(item => item.Key, item => item.Value.is_floating_point() ? item.Value.to(torch.ScalarType.Float32) : item.Value);
}
