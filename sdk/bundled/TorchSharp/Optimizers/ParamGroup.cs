namespace TorchSharp.Modules;

/// <summary>Parameters that share options.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    public ParamGroup()
    {
    }

    /// <summary>The parameters, in order.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>Their options; null means the optimizer's.</summary>
    public OptimizerOptions Options { get; set; } = null!;

    /// <summary>The rate of the next step.</summary>
    public double LearningRate { get => Options.LearningRate!.Value; set => Options.LearningRate = value; }

    /// <summary>The rate that schedules start from.</summary>
    public double InitialLearningRate { get => Options.InitialLearningRate; set => Options.InitialLearningRate = value; }
}
