namespace TorchSharp.Modules;

/// <summary>The options of one group of parameters; an option that is null takes the optimizer's value.</summary>
public class OptimizerOptions
{
    /// <summary>The rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Writes the rates and every public field.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? InitialLearningRate);
        SavedFields.Save(this, writer);
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        SavedFields.Load(this, reader, NoTensors);
    }

    /// <summary>Takes over every value of options of the same kind.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        SavedFields.Copy(source, this, NoTensors);
    }

    internal void FillFrom(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        SavedFields.FillNulls(defaults, this);
    }

    private static torch.Tensor NoTensors(torch.Tensor tensor) => throw new NotSupportedException("Options are numbers and flags.");
}
