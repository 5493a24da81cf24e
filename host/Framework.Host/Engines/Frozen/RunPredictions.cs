using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Predicts the new cases that an experiment names with the networks of its run, once all of them are fitted.</summary>
internal sealed class RunPredictions(RunStore store, IRunScreen screen)
{
    private readonly Dictionary<string, (DataIndex Index, IDataSource Source)> _listed = [];

    /// <summary>Finds out before anything is fitted what could not be predicted or written in the end.</summary>
    /// <param name="experiment">The experiment; its variants name the same cases.</param>
    /// <param name="labelsOf">The labels of a stage.</param>
    /// <param name="cancellation">Stops the reading of headers.</param>
    /// <exception cref="FrameworkException">Cases are missing, or a writer cannot use them.</exception>
    public void Check(Experiment experiment, Func<StageSection, IReadOnlyList<string>> labelsOf, CancellationToken cancellation)
    {
        foreach (var section in experiment.Predict)
            Check(experiment, section, labelsOf, cancellation);
    }

    /// <summary>The same for one of the predictions.</summary>
    /// <inheritdoc cref="Check(Experiment, Func{StageSection, IReadOnlyList{string}}, CancellationToken)" />
    public void Check(Experiment experiment, PredictSection section, Func<StageSection, IReadOnlyList<string>> labelsOf, CancellationToken cancellation)
    {
        if (section.Data.Identifiers == IdentifierPolicy.Hash && section.Writers.FirstOrDefault(writer => writer.Instance.NamesCases) is { } writer)
            throw new ExperimentException($"predict '{section.Name}': '{writer.Name}' names cases as the data do, and pseudonyms would stand there. Set 'identifiers: keep' in its data, which keeps their names in the run's folder below 'predict'.");
        var stage = experiment.Stages.Single(stage => stage.Name == section.Stage);
        var cases = ForeignCases.Of(List(experiment, section, cancellation).Index, labelsOf(stage));
        foreach (var one in section.Writers)
            one.Instance.Check(labelsOf(stage), cases);
    }

    /// <summary>Predicts with every variant, and writes tables, the writers' files and figures where labels are known. What an earlier start made of the same to its end is kept.</summary>
    /// <param name="work">A run whose units are all finished.</param>
    /// <param name="catalogue">Knows the builds of components.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="FrameworkException">A file is missing, or cases cannot be used.</exception>
    public void Make(RunWork work, ComponentCatalogue catalogue, CancellationToken cancellation)
    {
        if (work.Experiment.Predict.Count == 0)
            return;
        Directory.CreateDirectory(work.Folder.PredictFolder);
        var kept = new KeptPredictions(work.Folder);
        var wanted = (from variant in work.Variants from section in variant.Experiment.Predict select Wanted(work, variant.Experiment, section, catalogue, cancellation)).ToList();
        PredictedCases?[] done = [.. wanted.Select(one => kept.Find(one.Key))];
        work.Folder.Predicted = [.. done.OfType<PredictedCases>()]; // what was made of anything else counts no more
        foreach (var (at, one) in wanted.Index())
        {
            if (done[at] is not null)
            {
                screen.Line($"{one.Title}: predicted before");
                continue;
            }

            done[at] = kept.Seal(Make(work, one, cancellation), one.Key);
            work.Folder.Predicted = [.. done.OfType<PredictedCases>()];
        }
    }

    private WantedPrediction Wanted(RunWork work, Experiment variant, PredictSection section, ComponentCatalogue catalogue, CancellationToken cancellation)
    {
        var model = FrozenModel.OfUnits(work.Folder, variant);
        var listed = List(variant, section, cancellation);
        return new WantedPrediction(model, section, listed, PredictionKey.Of(catalogue, model, section, listed));
    }

    private PredictedCases Make(RunWork work, WantedPrediction wanted, CancellationToken cancellation)
    {
        var (model, section) = (wanted.Model, wanted.Section);
        var stage = model.Experiment.Stages.Single(stage => stage.Name == section.Stage);
        var data = FrozenData.OfNew(model, stage, _ => wanted.Listed);
        var table = Path.Combine(work.Folder.PredictFolder, $"{wanted.Title}.csv");
        using var files = new PredictedFiles(table);
        var ensemble = screen.Track($"{wanted.Title}: predicting {data.Of(stage).Cases.Count:N0} cases", progress =>
            Ensemble.Of(model, stage, new FrozenPrediction(model, new ReadingProgress(model, stage, data, progress).Data, files.FolderOf, work.Settings), cancellation));
        var written = files.Write(ensemble, stage, each: false).ToList();
        foreach (var writer in section.Writers)
        {
            written.Add($"{table[..^".csv".Length]}.{writer.Instance.FileName}");
            using var text = new StringWriter { NewLine = "\n" };
            writer.Instance.Write(ensemble.Levels[0].Decided, text);
            AtomicFile.WriteText(written[^1], text.ToString());
        }

        var rows = ensemble.Levels[0].Raw;
        return new PredictedCases
        {
            Name = section.Name,
            Stage = stage.Name,
            Variant = model.Experiment.Variant,
            Cases = rows.Rows.Count,
            Subjects = rows.SubjectCount,
            Networks = ensemble.Units.Count,
            Files = [.. written.Select(path => Path.GetRelativePath(work.Folder.Path, path))],
            Figures = [.. Figures(model.Experiment, section, ensemble)],
        };
    }

    // A case whose label nobody knows has no figure.
    private static IEnumerable<MetricRow> Figures(Experiment experiment, PredictSection section, Ensemble ensemble)
    {
        var scores = new MetricScores(experiment);
        var id = new UnitId(section.Stage, 0, 0, null) { Variant = experiment.Variant };
        return ensemble.Levels.Where(level => level.Decided.Targets.ToArray().Any(double.IsFinite)).SelectMany(level => scores.Of(id, section.Name, level.At, level.Decided));
    }

    private (DataIndex Index, IDataSource Source) List(Experiment experiment, PredictSection section, CancellationToken cancellation)
    {
        var key = $"{section.Data.Source.Canonical} {section.Data.Identifiers}";
        if (!_listed.TryGetValue(key, out var listed))
            _listed.Add(key, listed = new DataPreparation(store, screen).List(experiment, section.Data, cancellation));
        return listed;
    }

    private sealed record WantedPrediction(FrozenModel Model, PredictSection Section, (DataIndex Index, IDataSource Source) Listed, string? Key)
    {
        public string Title => Model.Experiment.Variant is { } own ? $"{Section.Name}@{own}" : Section.Name;
    }
}
