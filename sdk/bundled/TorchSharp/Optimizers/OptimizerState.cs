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
    public virtual void to(torch.Device device) => SavedFields.Copy(this, this, device);

    /// <summary>Writes every public field.</summary>
    public virtual void SaveStateDict(BinaryWriter writer) => SavedFields.Save(this, writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote, onto the parameter's device.</summary>
    public virtual void LoadStateDict(BinaryReader reader) => SavedFields.Load(this, reader, _parameter.device);

    /// <summary>Takes over copies of every field of a state of the same kind.</summary>
    public virtual void LoadStateDict(OptimizerState source) => SavedFields.Copy(source, this, _parameter.device);

    /// <summary>Whether every field equals the other's, tensors within floating-point tolerance.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => SavedFields.ApproximatelyEqual(this, other);

    /// <summary>Writes whether there is a tensor, then the tensor.</summary>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, torch.Tensor? tensor) => SavedFields.Write(writer, tensor);

    /// <summary>Reads what <see cref="SaveConditionalStateTensor"/> wrote in place of <paramref name="result"/>.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref torch.Tensor? result, torch.Device device)
    {
        result?.Dispose();
        result = SavedFields.ReadTensor(reader, device);
    }

    internal torch.Tensor ZerosLikeParameter() => torch.zeros_like(_parameter).DetachFromDisposeScope();

    internal void DisposeTensors() => SavedFields.DisposeTensors(this);
}
