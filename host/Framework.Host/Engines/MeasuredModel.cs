using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A model factory that notes how large the network is.</summary>
internal sealed class MeasuredModel(IModelFactory model) : IModelFactory
{
    /// <summary>Bytes of parameters and buffers; 0 until a network was made.</summary>
    public long Bytes { get; private set; }

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        var made = model.Create(context);
        Bytes = made.Module.state_dict().Values.Sum(tensor => tensor.numel() * tensor.element_size());
        return made;
    }
}
