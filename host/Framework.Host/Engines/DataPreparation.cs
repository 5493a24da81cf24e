using Framework.Host.Engines.Decisions;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Sound;
using Framework.Host.Explaining;
using Framework.Host.Planning;
using Framework.Host.Privacy;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>From an experiment to its cases: phantom, index, problems, split.</summary>
/// <param name="store">Keeps indexes and pseudonyms.</param>
/// <param name="screen">Shows what takes long.</param>
/// <param name="findings">Takes every problem that leaves something to go on with; null where the first one ends the work.</param>
internal sealed class DataPreparation(RunStore store, IRunScreen screen, PreflightFindings? findings = null)
{
    private const int ProblemsShown = 20;

    /// <summary>Prepares every variant of an experiment; those that have data and split in common share them.</summary>
    /// <returns>The variants; none where there are findings, and among them that the cases cannot be listed.</returns>
    /// <exception cref="FrameworkException">As for one variant, or a stage is left without cases.</exception>
    public IReadOnlyList<PreparedExperiment> PrepareAll(Experiment experiment, CancellationToken cancellation)
    {
        var made = new Dictionary<string, PreparedData>();
        var prepared = new List<PreparedExperiment>();
        foreach (var variant in experiment.AllVariants())
        {
            string[] what = [variant.Data.Source.Canonical, variant.Split.Canonical, $"{variant.Seed} {variant.Repeats}", .. variant.Stages.Select(stage => $"{stage.Name} {stage.Data?.Source.Canonical}")];
            var key = string.Join('\n', what);
            if (!made.TryGetValue(key, out var data) && (data = Look(variant, cancellation)) is null)
                return [];
            made[key] = data;
            if (data.IsDividedAsSaid)
                CheckParts(new PreparedExperiment(variant, data));
            prepared.Add(new PreparedExperiment(variant, data));
        }

        return prepared;
    }

    /// <summary>Writes the phantom where it is not there yet, lists the cases of one variant and splits them.</summary>
    /// <exception cref="DataFormatException">The data cannot be listed, or some of them cannot be used and the experiment does not leave
    /// them out.</exception>
    /// <exception cref="ExperimentException">They cannot be split as the experiment says.</exception>
    public PreparedData Prepare(Experiment experiment, CancellationToken cancellation) => Look(experiment, cancellation)!;

    private PreparedData? Look(Experiment experiment, CancellationToken cancellation)
    {
        if (experiment.Phantom is { } phantom)
            new PhantomCohort(phantom, screen).Write(cancellation);
        var opened = experiment.Stages.Where(stage => stage.Data is not null).ToDictionary(stage => stage.Name, stage => TryOpen(experiment, stage.Data!, cancellation, "stages", stage.Name, "data"));
        if (TryOpen(experiment, experiment.Data, cancellation, "data") is not { } main || opened.ContainsValue(null))
            return null;
        var own = opened.ToDictionary(stage => stage.Key, stage => stage.Value!);
        Identities[] identities = [.. own.Values.Prepend(main).Select(opened => opened.Identities).OfType<Identities>()];
        ISplit Within(ISplit split) => identities.Length == 0 ? split : new PseudonymousSplit(split, identities);
        PreparedData Divided(ISplit instance)
        {
            var split = new CaseSplit(main.Index, Within(new RepeatedFitting(instance, experiment.Repeats)), new RandomStream(experiment.Seed).Derive("split"), [.. own.Values.Select(opened => opened.Index)]);
            return Check(new PreparedData(main.Index, split, main.Source)
            {
                Within = Within,
                Own = own.ToDictionary(stage => stage.Key, stage => Check(new PreparedData(stage.Value.Index, split.Of(stage.Value.Index), stage.Value.Source) { Within = Within })),
            });
        }

        if (findings is null)
            return CheckNeeds(experiment, Divided(experiment.Split.Instance));
        var divided = StandIn.Is(experiment.Split.Instance) ? null : findings.Try("split", () => Divided(experiment.Split.Instance), "split");
        return CheckNeeds(experiment, divided ?? Divided(StandIn.Split) with { IsDividedAsSaid = false });
    }

    /// <summary>Finds out what the cases and their division do not allow. Nothing is said of a division that is not the experiment's own.</summary>
    private PreparedData CheckNeeds(Experiment experiment, PreparedData data)
    {
        foreach (var stage in experiment.Stages.Where(stage => data.IsDividedAsSaid && !StandIn.Is(stage.Trainer.Instance)))
            Try(() => DecisionNeeds.Check(stage, experiment, data), "stages", stage.Name);
        foreach (var (within, check) in EvaluationNeeds.Checks(experiment, data))
            Try(check, within);
        foreach (var section in experiment.Explain.Where(_ => data.IsDividedAsSaid))
            Try(() => ExplainNeeds.Check(section, experiment, data), "explain");
        if (experiment.Readers is not { } readers || !data.IsDividedAsSaid)
            return data;
        Try(() => data = data with { ReaderCalls = ReaderCalls.Read(readers, data, NameOf(experiment)) }, "readers");
        return data;
    }

    private void Try(Action check, params string[] within)
    {
        if (findings is null)
            check();
        else
            findings.Try(within[0], check, within);
    }

    /// <summary>Lists cases for a finished model: nothing is split, and labels may be missing.</summary>
    /// <exception cref="DataFormatException">The data cannot be listed, or some of them cannot be used and the experiment does not leave them out.</exception>
    public (DataIndex Index, IDataSource Source) List(Experiment experiment, DataSection section, CancellationToken cancellation)
    {
        var opened = Open(experiment, section, cancellation, labelsAreOptional: true);
        return (opened.Index, opened.Source);
    }

    private Opened? TryOpen(Experiment experiment, DataSection section, CancellationToken cancellation, params string[] within) =>
        findings is null ? Open(experiment, section, cancellation) : findings.Try(section.Source.Name, () => Open(experiment, section, cancellation), within);

    /// <summary>Opens a source by the only way to its data: where identities are hidden nothing behind it ever meets one.</summary>
    private Opened Open(
        Experiment experiment, DataSection section, CancellationToken cancellation, bool labelsAreOptional = false)
    {
        var (source, identities) = (section.Check == DataCheck.EveryCase ? new CheckedSource(section.Source) : section.Source.Instance, (Identities?)null);
        if (section.Identifiers == IdentifierPolicy.Hash)
        {
            identities = new Identities(store.Pseudonyms(), new ExperimentWords(experiment.Document.ToJson()), store.IdentityMap(section.Source.Name));
            source = new PseudonymousSource(source, section.Source.Name, identities);
        }

        var index = ListCases(section.Source.Name, source, labelsAreOptional, cancellation);
        if (index.Problems.Count > 0 && index.Cases.Count > 0 && section.OnError == ErrorPolicy.Fail && findings is not null)
            Tell(section, index.Problems, findings);
        else
            Judge(section, index);
        return new Opened(source, index, identities);
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

    /// <summary>Each problem by itself, at its place among the data; the cases that are left are looked at further.</summary>
    private void Tell(DataSection data, IReadOnlyList<DataProblem> problems, PreflightFindings to)
    {
        foreach (var problem in problems.Take(ProblemsShown))
            to.Problem(new DataFormatException(problem.ToString()));
        to.Problem(new DataFormatException(Remedy(data, problems)), "data");
    }

    private string Explain(DataSection data, IReadOnlyList<DataProblem> problems) =>
        $"{string.Concat(problems.Take(ProblemsShown).Select(problem => $"{problem}\n"))}{(problems.Count > ProblemsShown ? $"... and {problems.Count - ProblemsShown} more.\n" : "")}{Remedy(data, problems)}";

    private string Remedy(DataSection data, IReadOnlyList<DataProblem> problems)
    {
        var who = data.Identifiers == IdentifierPolicy.Hash ? $"{store.IdentityMap(data.Source.Name).Folder} says which file is which. " : "";
        return $"{Counted.Problems(problems.Count)} in the data of '{data.Source.Name}'. {who}Mend them, or set data.on_error: quarantine to leave such cases out.";
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
    private void CheckParts(PreparedExperiment prepared)
    {
        var assignment = new CaseAssignment(prepared);
        foreach (var stage in prepared.Experiment.Stages.Where(stage => stage.Reads.Count > 0))
            Try(() => CheckParts(stage, prepared.Data.Of(stage).Split, assignment), "stages", stage.Name);
    }

    private static void CheckParts(StageSection stage, CaseSplit split, CaseAssignment assignment)
    {
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

    private sealed record Opened(IDataSource Source, DataIndex Index, Identities? Identities);

    private sealed class FileCount(IProgress<Advance> progress) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) =>
            progress.Report(new Advance(value.Done, value.Total, $"{value.Done:N0} of {value.Total:N0} files"));
    }
}
