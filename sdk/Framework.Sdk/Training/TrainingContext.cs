using TorchSharp;

namespace Framework.Sdk;

/// <summary>What a trainer gets for one unit.</summary>
public sealed record TrainingContext
{
    /// <summary>The unit's name, for messages: <c>classify.0.0</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit's fold, for <see cref="PredictedCase.Fold"/>.</summary>
    public int Fold { get; init; }

    /// <summary>Cases to fit on.</summary>
    public required SampleSet Train { get; init; }

    /// <summary>Cases to select on; may be empty.</summary>
    public required SampleSet Validate { get; init; }

    /// <summary>The names of the labels, in the order of <see cref="Case.Labels"/>.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Which labels are the classes of one question.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];

    /// <summary>Makes the network; null where the stage names none.</summary>
    public IModelFactory? Model { get; init; }

    /// <summary>False for a control that uses the initial state as it is.</summary>
    public bool Fitting { get; init; } = true;

    /// <summary>What <see cref="IPredictor.Save"/> wrote of the model that this one goes on from; null where it begins by itself. Only for a trainer that can: <see cref="ITrainer.CanContinue"/>.</summary>
    public ICheckpointStore? Start { get; init; }

    /// <summary>Where the network runs.</summary>
    public required torch.Device Device { get; init; }

    /// <summary>The unit's stream: initial weights, order of cases, dropout.</summary>
    public required RandomStream Random { get; init; }

    /// <summary>Loader threads; 0 loads in the thread that trains.</summary>
    public required int LoaderThreads { get; init; }

    /// <summary>This process's place among several that train the unit together; null where it trains by itself. Only for a trainer that can: <see cref="ITrainer.TrainsInRanks"/>. Where nothing is fitted, such as in <see cref="ITrainer.Try"/>, nobody is met: the size alone counts.</summary>
    public RankPlace? Ranks { get; init; }

    /// <summary>Where the state is kept.</summary>
    public required ICheckpointStore Checkpoints { get; init; }

    /// <summary>False where new data are predicted: a mask that is not there is no error then, and a case without boxes is not one without objects.</summary>
    public bool HasTruths { get; init; } = true;

    /// <summary>Where predicted label maps are kept; null where nobody wants them.</summary>
    public IMaskStore? Masks { get; init; }

    /// <summary>What happened, one line a step or epoch.</summary>
    public required IUnitLog Log { get; init; }
}
