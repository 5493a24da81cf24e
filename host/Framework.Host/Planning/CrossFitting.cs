using Framework.Components.Splits;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>
/// Divides the training part of a fold by subject, so that every training case can be predicted by a model that saw neither it nor anything of the
/// fold's validation and test parts.
/// </summary>
internal static class CrossFitting
{
    /// <summary>
    /// One fold for each part held out, which is its test part; epochs are selected on the part after it, and the others are fitted on. A trainer that selects nothing is fitted on that part,
    /// too: its models are then nearer to the one of the whole training part.
    /// </summary>
    /// <exception cref="ExperimentException">There are too few subjects.</exception>
    public static CaseSplit Divide(Experiment experiment, PreparedData data, StageSection stage, int fold, int repeat)
    {
        var training = data.Index with { Cases = data.Split.Cases(fold, Part.Train, repeat) };
        var subjects = training.Cases.Select(item => item.Subject).Distinct().Count();
        if (subjects < stage.CrossFit)
            throw new ExperimentException($"the stage '{stage.Name}' is to be cross-fitted in {stage.CrossFit} parts, and fold {fold} trains on {subjects} subjects. Lower 'cross_fit'.");
        var random = new RandomStream(experiment.Seed).Derive("cross-fit").Derive(fold).Derive(repeat);
        return new CaseSplit(training, data.Within(new Parts(stage.CrossFit!.Value, stage.Trainer.Instance.ChoosesOnValidation ? Part.Validate : Part.Train)), random);
    }

    private sealed class Parts(int count, Part next) : ISplit
    {
        private readonly StratifiedGroupKFoldSplit _folds = new(new StratifiedGroupKFoldOptions { Folds = count });

        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
        {
            var folds = _folds.Assign(subjects, random);
            return [.. folds.Select((fold, at) => (IReadOnlyList<Part>)[.. fold.Select((part, subject) => part == Part.Test ? part : folds[(at + 1) % count][subject] == Part.Test ? next : Part.Train)])];
        }
    }
}
