using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A unit with everything that it needs to be done.</summary>
/// <param name="Trainer">Fits and predicts; a control may have put its own here.</param>
/// <param name="Component">The name of the component that the trainer is of, for messages.</param>
/// <param name="Context">What the trainer gets.</param>
/// <param name="Evaluated">What is predicted afterwards, by the parts' names: the cases as they are, whatever a control did.</param>
/// <param name="Views">How such a case is loaded; in several ways where outputs are averaged over test-time augmentations.</param>
internal sealed record UnitWork(
    ITrainer Trainer, string Component, TrainingContext Context, IReadOnlyList<(string Name, IReadOnlyList<Case> Cases)> Evaluated, IReadOnlyList<SamplePipeline> Views)
{
    /// <summary>Whether several processes can train it together.</summary>
    public bool TrainsInRanks => Trainer.TrainsInRanks && Context.Fitting;

    /// <summary>Which unit it goes on from, in words; null where it begins by itself.</summary>
    public string? Start { get; init; }
}
