using Framework.Host.Engines.Decisions;
using Framework.Host.Experiments;
using Framework.Host.Privacy;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>From an experiment to its cases: phantom, index, problems, split.</summary>
internal sealed class DataPreparation(RunStore store, IRunScreen screen)
{
    private const int ProblemsShown = 20;

    /// <summary>Writes the phantom where it is not there yet, lists the cases and splits them.</summary>
    /// <exception cref="DataFormatException">The data cannot be listed, or some of them cannot be used and the experiment does not leave
    /// them out.</exception>
    /// <exception cref="ExperimentException">They cannot be split as the experiment says.</exception>
    public PreparedData Prepare(Experiment experiment, CancellationToken cancellation)
    {
        if (experiment.Phantom is { } phantom)
            new PhantomCohort(phantom, screen).Write(cancellation);
        var (source, split) = Doors(experiment);
        var index = ListCases(experiment.Data.Source.Name, source, cancellation);
        Judge(experiment.Data, index);
        return Check(experiment, new PreparedData(index, new CaseSplit(index, split, new RandomStream(experiment.Seed).Derive("split")), source));
    }

    /// <summary>The only ways to the data: where identities are hidden nothing behind them ever meets one.</summary>
    private (IDataSource Source, ISplit Split) Doors(Experiment experiment)
    {
        var source = experiment.Data.Source;
        if (experiment.Data.Identifiers == IdentifierPolicy.Keep)
            return (source.Instance, experiment.Split.Instance);
        var identities = new Identities(store.Pseudonyms(), new ExperimentWords(experiment.Document.ToJson()), store.IdentityMap(source.Name));
        return (new PseudonymousSource(source.Instance, source.Name, identities), new PseudonymousSplit(experiment.Split.Instance, identities));
    }

    private DataIndex ListCases(string name, IDataSource source, CancellationToken cancellation) =>
        screen.Track($"reading the index of '{name}'", progress => source.Index(new IndexContext
        {
            CacheFolder = store.CacheFolder(name),
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

    private static PreparedData Check(Experiment experiment, PreparedData data)
    {
        DecisionNeeds.Check(experiment, data);
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

    private sealed class FileCount(IProgress<Advance> progress) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) =>
            progress.Report(new Advance(value.Done, value.Total, $"{value.Done:N0} of {value.Total:N0} files"));
    }
}
