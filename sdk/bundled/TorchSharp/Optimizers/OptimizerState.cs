namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter: the public fields of the derived class.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    public OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Sets every field to where training starts.</summary>
    public virtual void Initialize(OptimizerOptions options)
    {
    }

    /// <summary>Moves the tensors to a device.</summary>
    public virtual void to(torch.Device device) =>
        SavedFields.Copy(this, this, tensor => tensor.to(device, copy: true).DetachFromDisposeScope());

    /// <summary>Writes every public field.</summary>
    public virtual void SaveStateDict(BinaryWriter writer) => SavedFields.Save(this, writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote, onto the parameter's device.</summary>
    public virtual void LoadStateDict(BinaryReader reader) => SavedFields.Load(this, reader, LikeParameter);

    /// <summary>Takes over copies of every field of a state of the same kind.</summary>
    public virtual void LoadStateDict(OptimizerState source) => SavedFields.Copy(source, this, LikeParameter);

    /// <summary>Whether every field equals the other's, tensors within floating-point tolerance.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => SavedFields.ApproximatelyEqual(this, other);

    internal torch.Tensor ZerosLikeParameter() => torch.zeros_like(_parameter).DetachFromDisposeScope();

    internal void DisposeTensors() => SavedFields.DisposeTensors(this);

    // On the parameter's device and in its memory layout, without which every later step would be slower.
    private torch.Tensor LikeParameter(torch.Tensor value)
    {
        using var gradients = torch.no_grad();
        var place = value.shape.SequenceEqual(_parameter.shape)
            ? torch.empty_like(_parameter, dtype: value.dtype)
            : torch.empty(value.shape, dtype: value.dtype, device: _parameter.device);
        return place.copy_(value).DetachFromDisposeScope();
    }
}
