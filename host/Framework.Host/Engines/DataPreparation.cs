using Framework.Host.Engines.Decisions;
using Framework.Host.Experiments;
using Framework.Host.Explaining;
using Framework.Host.Planning;
using Framework.Host.Privacy;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>From an experiment to its cases: phantom, index, problems, split.</summary>
internal sealed class DataPreparation(RunStore store, IRunScreen screen)
{
    private const int ProblemsShown = 20;

    /// <summary>Prepares every variant of an experiment; those that have data and split in common share them.</summary>
    /// <exception cref="FrameworkException">As for one variant, or a stage is left without cases.</exception>
    public IReadOnlyList<PreparedExperiment> PrepareAll(Experiment experiment, CancellationToken cancellation)
    {
        var made = new Dictionary<string, PreparedData>();
        var prepared = new List<PreparedExperiment>();
        foreach (var variant in experiment.AllVariants())
        {
            string[] what = [variant.Data.Source.Canonical, variant.Split.Canonical, $"{variant.Seed} {variant.Repeats}", .. variant.Stages.Select(stage => $"{stage.Name} {stage.Data?.Source.Canonical}")];
            var key = string.Join('\n', what);
            if (!made.TryGetValue(key, out var data))
                made.Add(key, data = Prepare(variant, cancellation));
            CheckParts(new PreparedExperiment(variant, data));
            prepared.Add(new PreparedExperiment(variant, data));
        }

        return prepared;
    }

    /// <summary>Writes the phantom where it is not there yet, lists the cases of one variant and splits them.</summary>
    /// <exception cref="DataFormatException">The data cannot be listed, or some of them cannot be used and the experiment does not leave
    /// them out.</exception>
    /// <exception cref="ExperimentException">They cannot be split as the experiment says.</exception>
    public PreparedData Prepare(Experiment experiment, CancellationToken cancellation)
    {
        if (experiment.Phantom is { } phantom)
            new PhantomCohort(phantom, screen).Write(cancellation);
        var main = Open(experiment, experiment.Data, cancellation);
        var own = experiment.Stages.Where(stage => stage.Data is not null).ToDictionary(stage => stage.Name, stage => Open(experiment, stage.Data!, cancellation));
        Identities[] identities = [.. own.Values.Prepend(main).Select(opened => opened.Identities).OfType<Identities>()];
        ISplit Within(ISplit split) => identities.Length == 0 ? split : new PseudonymousSplit(split, identities);
        var assigned = Within(new RepeatedFitting(experiment.Split.Instance, experiment.Repeats));
        var split = new CaseSplit(main.Index, assigned, new RandomStream(experiment.Seed).Derive("split"), [.. own.Values.Select(opened => opened.Index)]);
        var data = Check(new PreparedData(main.Index, split, main.Source)
        {
            Within = Within,
            Own = own.ToDictionary(stage => stage.Key, stage => Check(new PreparedData(stage.Value.Index, split.Of(stage.Value.Index), stage.Value.Source) { Within = Within })),
        });
        DecisionNeeds.Check(experiment, data);
        EvaluationNeeds.Check(experiment, data);
        ExplainNeeds.Check(experiment, data);
        return experiment.Readers is { } readers ? data with { ReaderCalls = ReaderCalls.Read(readers, data, NameOf(experiment)) } : data;
    }

    /// <summary>Lists cases for a finished model: nothing is split, and labels may be missing.</summary>
    /// <exception cref="DataFormatException">The data cannot be listed, or some of them cannot be used and the experiment does not leave them out.</exception>
    public (DataIndex Index, IDataSource Source) List(Experiment experiment, DataSection section, CancellationToken cancellation)
    {
        var (source, index, _) = Open(experiment, section, cancellation, labelsAreOptional: true);
        return (index, source);
    }

    /// <summary>Opens a source by the only way to its data: where identities are hidden nothing behind it ever meets one.</summary>
    private (IDataSource Source, DataIndex Index, Identities? Identities) Open(
        Experiment experiment, DataSection section, CancellationToken cancellation, bool labelsAreOptional = false)
    {
        var (source, identities) = (section.Check == DataCheck.EveryCase ? new CheckedSource(section.Source) : section.Source.Instance, (Identities?)null);
        if (section.Identifiers == IdentifierPolicy.Hash)
        {
            identities = new Identities(store.Pseudonyms(), new ExperimentWords(experiment.Document.ToJson()), store.IdentityMap(section.Source.Name));
            source = new PseudonymousSource(source, section.Source.Name, identities);
        }

        var index = ListCases(section.Source.Name, source, labelsAreOptional, cancellation);
        Judge(section, index);
        return (source, index, identities);
    }

    /// <summary>What the run calls the source's cases and what they belong to.</summary>
    private Func<char, string, string> NameOf(Experiment experiment) =>
        experiment.Data.Identifiers == IdentifierPolicy.Keep ? (_, name) => name : store.Pseudonyms().Of;

    private DataIndex ListCases(string name, IDataSource source, bool labelsAreOptional, CancellationToken cancellation) =>
        screen.Track($"reading the index of '{name}'", progress => source.Index(new IndexContext
        {
            CacheFolder = store.CacheFolder(name),
            LabelsAreOptional = labelsAreOptional,
            Progress = new FileCount(progress),
            Cancellation = cancellation,
        }));

    private void Judge(DataSection data, DataIndex index)
    {
        if (index.Problems.Count > 0 && data.OnError == ErrorPolicy.Fail)
            throw new DataFormatException(Explain(data, index.Problems));
        if (index.Problems.Count > 0)
            screen.Warn($"{Counted.Problems(index.Problems.Count)} in the data of '{data.Source.Name}': such cases are left out, as data.on_error: quarantine says; "
                + "quarantine.csv in the run folder lists them.");
        if (index.Cases.Count == 0)
            throw new DataFormatException($"'{data.Source.Name}' found no case that can be used. "
                + "Check the folder and the options under 'data'.");
    }

    private string Explain(DataSection data, IReadOnlyList<DataProblem> problems)
    {
        var shown = string.Concat(problems.Take(ProblemsShown).Select(problem => $"{problem}\n"));
        var more = problems.Count > ProblemsShown ? $"... and {problems.Count - ProblemsShown} more.\n" : "";
        var who = data.Identifiers == IdentifierPolicy.Hash ? $"{store.IdentityMap(data.Source.Name).Folder} says which file is which. " : "";
        return $"{shown}{more}{Counted.Problems(problems.Count)} in the data of '{data.Source.Name}'. {who}"
            + "Mend them, or set data.on_error: quarantine to leave such cases out.";
    }

    private static PreparedData Check(PreparedData data)
    {
        for (var number = 0; number < data.Split.Folds * data.Split.Repeats; number++)
        {
            var (repeat, fold) = Math.DivRem(number, data.Split.Folds);
            if (data.Split.Cases(fold, Part.Train, repeat).Count == 0)
                throw new ExperimentException($"the split leaves no case to train on in fold {number}. Give 'train' a larger share.");
            if (PreparedData.Evaluated.All(part => data.Split.Cases(fold, part.Part, repeat).Count == 0))
                throw new ExperimentException($"the split leaves no case to evaluate on in fold {number}. "
                    + "Give 'validate' or 'test' a larger share.");
        }

        return data;
    }

    /// <summary>Every unit of a stage has cases to be fitted on and cases to be scored on.</summary>
    private static void CheckParts(PreparedExperiment prepared)
    {
        var assignment = new CaseAssignment(prepared);
        foreach (var stage in prepared.Experiment.Stages.Where(stage => stage.Reads.Count > 0))
        {
            var split = prepared.Data.Of(stage).Split;
            for (var number = 0; number < split.Folds * split.Repeats; number++)
            {
                var (repeat, fold) = Math.DivRem(number, split.Folds);
                var cases = assignment.Of(new UnitId(stage.Name, fold, repeat, null));
                if (cases.Train.Count == 0)
                    throw new ExperimentException($"the stage '{stage.Name}' is fitted on the validation part, and the split leaves none in fold {number}. Give 'validate' a share of the split, or use 'fit_on: train'.");
                if (cases.Evaluated.Count == 0)
                    throw new ExperimentException($"the stage '{stage.Name}' is fitted on the validation part, and fold {number} has no test part that it could be scored on. Give 'test' a share of the split, or use 'fit_on: train'.");
            }
        }
    }

    private sealed class FileCount(IProgress<Advance> progress) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) =>
            progress.Report(new Advance(value.Done, value.Total, $"{value.Done:N0} of {value.Total:N0} files"));
    }
}
