namespace Framework.Components.Training.Supervised;

/// <summary>Where a run is: everything of a checkpoint that is not a tensor.</summary>
internal sealed record Bookmark
{
    /// <summary>The epoch in work, from 0; the number of epochs once all are done.</summary>
    public int Epoch { get; init; }

    /// <summary>Steps finished in this epoch.</summary>
    public int Step { get; init; }

    /// <summary>Steps finished in all.</summary>
    public long Steps { get; init; }

    /// <summary>Sum of loss times cases in this epoch.</summary>
    public double LossSum { get; init; }

    /// <summary>Cases seen in this epoch.</summary>
    public long Cases { get; init; }

    /// <summary>Loss of the last step.</summary>
    public double LastLoss { get; init; }

    /// <summary>What each finished epoch scored on the validation part; empty where there is none.</summary>
    public IReadOnlyList<double> Scores { get; init; } = [];

    public double MeanLoss => LossSum / Cases;

    public Bookmark AfterStep(StepResult step) => this with
    {
        Step = Step + 1, Steps = Steps + 1, LossSum = LossSum + (step.Loss * step.Cases), Cases = Cases + step.Cases, LastLoss = step.Loss,
    };

    public Bookmark Scored(double score) => this with { Scores = [.. Scores, score] };

    public Bookmark AfterEpoch() => this with { Epoch = Epoch + 1, Step = 0, LossSum = 0, Cases = 0 };

    public Dictionary<string, string> ToText() => new()
    {
        ["epoch"] = MetadataNumber.Write(Epoch),
        ["step"] = MetadataNumber.Write(Step),
        ["steps"] = MetadataNumber.Write(Steps),
        ["loss_sum"] = MetadataNumber.Write(LossSum),
        ["cases"] = MetadataNumber.Write(Cases),
        ["last_loss"] = MetadataNumber.Write(LastLoss),
        ["scores"] = MetadataNumber.WriteAll(Scores),
    };

    /// <exception cref="FormatException">A figure is missing or not a number.</exception>
    public static Bookmark FromText(IReadOnlyDictionary<string, string> text)
    {
        T Read<T>(string key)
            where T : IParsable<T> => MetadataNumber.Read<T>(text, key);
        return new Bookmark
        {
            Epoch = Read<int>("epoch"),
            Step = Read<int>("step"),
            Steps = Read<long>("steps"),
            LossSum = Read<double>("loss_sum"),
            Cases = Read<long>("cases"),
            LastLoss = Read<double>("last_loss"),
            Scores = MetadataNumber.ReadAll(text, "scores"),
        };
    }
}
