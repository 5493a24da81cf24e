using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Stages;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>Puts an experiment together from its bound keys, and checks what no single key shows.</summary>
internal sealed class ExperimentAssembly(string file, ProblemList problems)
{
    /// <summary>The experiment; null where something is wrong, which is reported.</summary>
    public Experiment? Build(Binder binder, MapNode document)
    {
        CheckDocument(document);
        return BuildChecked(binder, document);
    }

    /// <summary>The experiment of a document whose keys have been checked against each other before.</summary>
    public Experiment? BuildChecked(Binder binder, MapNode document)
    {
        var continued = new ContinuedStages(document);
        return binder.Bind(continued.Filled, typeof(ExperimentFields), Place.Root) is { Value: ExperimentFields fields } bound
            ? Assemble(fields, (ResolvedMap)bound.Resolved, continued)
            : null;
    }

    private Experiment? Assemble(ExperimentFields fields, ResolvedMap resolved, ContinuedStages continued)
    {
        var stages = (ResolvedMap)resolved["stages"];
        if (problems.Count > 0)
            return null; // stages may lead in a circle, or to nothing
        var experiment = Assemble(fields, continued.Trim(resolved), StageOrder.Of([.. fields.Stages.Select(stage => Stage(stage.Key, stage.Value, stages))]));
        CheckValidation(experiment.Stages, stages);
        CheckCrossFit(experiment.Stages, stages);
        CheckContinued(experiment.Stages, stages);
        return experiment;
    }

    private Experiment Assemble(ExperimentFields fields, ResolvedMap resolved, IReadOnlyList<StageSection> stages) => new()
    {
        File = file,
        Name = fields.Name,
        Seed = fields.Seed,
        Document = new ResolvedDocument(resolved),
        Phantom = fields.Phantom is { } phantom ? new PhantomSection(phantom.Phantom, phantom.Out, phantom.Cases, phantom.Seed) : null,
        Data = Data(fields.Data),
        Cache = fields.Cache ?? new CacheSection(),
        Resources = fields.Resources ?? new ResourcesSection(),
        Audit = fields.Audit ?? new AuditSection(),
        Split = fields.Split,
        Repeats = fields.Repeats,
        Stages = stages,
        Levels = fields.Levels,
        Metrics = [.. fields.Metrics.Select(metric => metric.Metric)],
        MetricLevels = fields.Metrics.Where(metric => metric.At is not null).ToDictionary(metric => metric.Metric.Name, metric => (IReadOnlyList<string>)[.. metric.At!.Select(LevelRules.NameOf)]),
        MetricStages = fields.Metrics.Where(metric => metric.Stages is not null).ToDictionary(metric => metric.Metric.Name, metric => metric.Stages!),
        Readers = fields.Readers,
        Controls = [.. fields.Controls.SelectMany(ControlUnits.Of)],
        ControlRules = [.. fields.Controls.SelectMany(ControlUnits.Rules)],
        Explain = [.. fields.Explain.Select(each => Explain(each, stages.Last(stage => stage.FitOn != FitOn.Everything || stages.Count == 1).Name))],
        Predict = [.. fields.Predict.Select(each => new PredictSection(each.Name, each.Stage ?? stages[^1].Name, Data(each.Data), each.Write))],
        Published = fields.Published,
        Headline = fields.Headline,
    };

    private static ExplainSection Explain(ExplainFields fields, string stage) =>
        new(fields.Explainer, fields.Stage ?? stage, fields.Label, fields.Cases ?? new ExplainedCases(), fields.Sanity ?? new MapLimits()) { Inside = fields.Inside };

    private static DataSection Data(DataFields fields) => new(fields.Source, fields.OnError, fields.Check, fields.Identifiers);

    private static StageSection Stage(string name, StageFields stage, ResolvedMap resolved) => new()
    {
        Name = name,
        Reads = stage.Reads,
        Continues = stage.Continues,
        FitOn = stage.FitOn ?? (stage.Reads.Count > 0 ? FitOn.Validate : FitOn.Train),
        CrossFit = stage.CrossFit,
        Input = stage.Input ?? (stage is { Reads.Count: > 0, Transforms.Count: 0, Model: null } ? StageInput.Outputs : StageInput.Case),
        Data = stage.Data is { } data ? Data(data) : null,
        Steps = stage.Transforms,
        Model = stage.Model,
        Trainer = stage.Trainer,
        TestTime = stage.TestTime,
        Calibrate = stage.Calibrate,
        Threshold = stage.Threshold,
        Ensemble = stage.Ensemble,
        Canonical = CanonicalJson.Write(((ResolvedMap)resolved[name]).Without("calibrate", "threshold", "ensemble")),
    };

    // These hold for the document whether or not its components can be bound, so they are found together with everything else.
    private void CheckDocument(MapNode document)
    {
        if (document.Find("name") is { Value: ScalarNode { IsNull: false } name })
            CheckName(name.Text, name.Origin, "'name'");
        if (document.Find("stages") is { Value: MapNode stages })
        {
            foreach (var stage in stages.Entries)
                CheckName(stage.Key, stage.KeyOrigin, "a stage's name");
            new StageChecks(problems).Check(stages);
            new ContinuationChecks(problems).Check(stages);
        }

        var metrics = CheckOnce(document, "metrics");
        var controls = CheckOnce(document, "controls");
        CheckPublished(document, metrics, controls);
        CheckExplained(document);
        foreach (var item in Items(document, "predict"))
            CheckNamed(item, "predict", "stage", "stages", StagesOf(document).Contains, StagesOf(document));
        PredictSection.CheckNames(Items(document, "predict"), problems);
        CheckScored(document);
        new LevelRules(problems).Check(document);
        if (document.Find("headline")?.Value is MapNode headline && headline.Find("metric")?.Value is ScalarNode { IsNull: false } shown && !metrics.Contains(shown.Text))
            problems.Add(shown.Origin, $"'headline' names the metric '{shown.Text}', which 'metrics' does not have.{NearOrAll(shown.Text, metrics)}");
    }

    // One part is held out and one is chosen on.
    private void CheckCrossFit(IEnumerable<StageSection> stages, ResolvedMap resolved)
    {
        foreach (var stage in stages.Where(stage => stage is { CrossFit: 2, Trainer.Instance.ChoosesOnValidation: true }))
            problems.Add(((ResolvedMap)resolved[stage.Name])["cross_fit"].Origin, $"the stage '{stage.Name}' is cross-fitted in 2 parts, and its trainer chooses on the one that is not held out: none is left to be fitted on. "
                + "Take 3 parts or more, or choose nothing, as by 'select: last'.");
    }

    private void CheckContinued(IReadOnlyList<StageSection> stages, ResolvedMap resolved)
    {
        foreach (var stage in stages.Where(stage => stage.Continues is not null && !stage.Trainer.Instance.CanContinue))
            problems.Add(((ResolvedMap)resolved[stage.Name])["continues"].Origin, $"the stage '{stage.Name}' continues '{stage.Continues}', and '{stage.Trainer.Name}' cannot go on from what was fitted before. 'supervised' can.");
    }

    // What a stage gives on the validation part is worth nothing to others where it was fitted there.
    private void CheckValidation(IReadOnlyList<StageSection> stages, ResolvedMap resolved)
    {
        var needing = stages.Where(stage => stage is { Reads.Count: > 0, FitOn: FitOn.Validate, Trainer.Instance.IsFitted: true });
        foreach (var (stage, read) in needing.SelectMany(stage => stage.Reads.Select(read => (stage, stages.Single(other => other.Name == read)))))
        {
            if (!StageOrder.KnowsValidation(read, stages))
                problems.Add(((ResolvedMap)resolved[stage.Name])["reads"].Origin, $"the stage '{stage.Name}' is fitted on the validation part, and so is '{read.Name}': its outputs there are those of the cases that it was fitted on. "
                    + $"Let '{stage.Name}' read what '{read.Name}' reads, or join them with a mean, which is not fitted.");
        }
    }

    // Both become names of folders, units and columns.
    private void CheckName(string name, Origin origin, string what)
    {
        if (!FolderName.Is(name))
            problems.Add(origin, $"{what} names a folder: {FolderName.Form}; it is '{name}'.");
    }

    private List<string> CheckOnce(MapNode document, string key)
    {
        var names = new List<string>();
        foreach (var item in document.Find(key)?.Value is ListNode list ? list.Items : [])
        {
            if (Overlay.Opened(item)?.Find("use")?.Value is not ScalarNode { Text: var name } use)
                continue;
            if (names.Contains(name))
                problems.Add(use.Origin, $"'{name}' stands twice in '{key}'. Results are told apart by that name; keep one of them.");
            names.Add(name);
        }

        return names;
    }

    private void CheckPublished(MapNode document, IReadOnlyList<string> metrics, IReadOnlyList<string> controls)
    {
        foreach (var item in Items(document, "published"))
        {
            // A metric's further figures are called like the metric, with more behind it.
            CheckNamed(item, "published", "metric", "metrics", name => name == PublishedValue.ValidationLoss || metrics.Any(metric => name == metric || name.StartsWith(metric + "-", StringComparison.Ordinal)), metrics);
            CheckNamed(item, "published", "stage", "stages", StagesOf(document).Contains, StagesOf(document));
            // One entry of 'controls' may stand for several, such as subset-10 and subset-20.
            CheckNamed(item, "published", "control", "controls", name => controls.Any(control => name == control || name.StartsWith(control + "-", StringComparison.Ordinal)), controls);
        }
    }

    private void CheckExplained(MapNode document)
    {
        foreach (var item in (document.Find("explain")?.Value as ListNode)?.Items.OfType<MapNode>() ?? [])
            CheckNamed(item, "explain", "stage", "stages", StagesOf(document).Contains, StagesOf(document));
    }

    private void CheckScored(MapNode document)
    {
        var stages = StagesOf(document);
        foreach (var name in Items(document, "metrics").SelectMany(item => (item.Find("stages")?.Value as ListNode)?.Items ?? []).OfType<ScalarNode>().Where(name => !name.IsNull && !stages.Contains(name.Text)))
            problems.Add(name.Origin, $"'metrics' names the stage '{name.Text}', which 'stages' does not have.{NearestName.Suggest(name.Text, stages)}");
    }

    private static List<string> StagesOf(MapNode document) => (document.Find("stages")?.Value as MapNode)?.Entries.Select(stage => stage.Key).ToList() ?? [];

    private void CheckNamed(MapNode item, string list, string key, string among, Func<string, bool> isKnown, IReadOnlyList<string> known)
    {
        if (item.Find(key)?.Value is ScalarNode { IsNull: false } name && !isKnown(name.Text))
            problems.Add(name.Origin, $"'{list}' names the {key} '{name.Text}', which '{among}' does not have.{NearOrAll(name.Text, known)}");
    }

    private static string NearOrAll(string name, IReadOnlyList<string> known) => NearestName.Suggest(name, known) is { Length: > 0 } near ? near
        : known.Count == 0 ? " There is none; leave the entry out." : $" There is {Binding.Expectation.OneOf(known.Distinct().Select(one => $"'{one}'"), "and")}.";

    private static IEnumerable<MapNode> Items(MapNode document, string key) => (document.Find(key)?.Value as ListNode)?.Items.OfType<MapNode>() ?? [];
}
