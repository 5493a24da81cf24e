using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Sound;
using Framework.Host.Experiments.Variants;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments;

/// <summary>From an experiment's file to objects, or to everything that is wrong with it. Reads no data.</summary>
internal sealed class ExperimentLoader(PluginSet plugins, IServiceProvider services)
{
    private const int MostRounds = 3;

    /// <summary>What <c>${NAME}</c> stands for; null for the process's environment.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Loads an experiment.</summary>
    /// <param name="file">As given on the command line.</param>
    /// <param name="sets">The values of <c>--set</c>, in order.</param>
    /// <param name="overlay">A file whose keys are laid over the experiment's before that; null for none.</param>
    public ExperimentLoadResult Load(string file, IReadOnlyList<string> sets, string? overlay = null)
    {
        var problems = new ProblemList();
        var reader = new DocumentReader(problems);
        var document = reader.Read(file);
        if (overlay is not null && document is not null)
            document = reader.Read(overlay) is { } over ? (MapNode)Overlay.Merge(document, over) : null;
        var used = new HashSet<Component>();
        (MapNode Document, ProblemList Problems)? faulty = null;
        var experiment = document is null ? null : Bind(file, document, sets, problems, used, (one, own) => faulty ??= (one, own));
        return new ExperimentLoadResult(problems.Count == 0 ? experiment : null, problems.Sorted())
        {
            FindSound = () => faulty is var (one, own) ? FindSound(file, one, own.Sorted()) : null,
            PluginFailed = problems.PluginFailed,
            Components = [.. used.OrderBy(component => component.Plugin, StringComparer.Ordinal).ThenBy(component => component.Name, StringComparer.Ordinal)],
        };
    }

    private Experiment? Bind(string file, MapNode document, IReadOnlyList<string> sets, ProblemList problems, HashSet<Component> used, Action<MapNode, ProblemList> onFault)
    {
        document = new Overrides(problems).Apply(document, sets);
        var filled = (MapNode)new Variables(new(() => Environment ?? ProcessEnvironment()), problems).Fill(document);
        var plain = filled.Without(Matrix.Key);
        return Matrix.Of(filled, problems) is { } matrix ? Bind(file, plain, matrix, problems, used, onFault) : BindOne(file, plain, problems, used, onFault);
    }

    private Experiment? BindOne(string file, MapNode document, ProblemList problems, HashSet<Component> used, Action<MapNode, ProblemList> onFault)
    {
        var binder = new Binder(plugins, new ComponentFactory(services), problems);
        var experiment = new ExperimentAssembly(file, problems).Build(binder, document);
        used.UnionWith(binder.Used);
        if (problems.Count > 0)
            onFault(document, problems);
        return experiment;
    }

    /// <summary>The experiment once more without what is wrong with it. What is said of it then is new where nothing in its stage stands for something wrong.</summary>
    private SoundExperiment? FindSound(string file, MapNode faulty, IReadOnlyList<Problem> known)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var document = new SoundDocument(new WrongPlaces(known)).Of(faulty);
            var further = new ProblemList();
            if (new ExperimentAssembly(file, further).BuildChecked(new Binder(plugins, new ComponentFactory(services), further), document) is { } experiment)
            {
                var whole = ((MapNode)document.Find("stages")!.Value).Entries.Where(stage => !SoundStages.HasStandIn((MapNode)stage.Value)).ToList();
                return new SoundExperiment(experiment, [.. further.Sorted().Where(problem => whole.Exists(new WrongPlaces([problem]).Has))]);
            }

            known = [.. known, .. further.Sorted()]; // what a mistake brings about elsewhere is out of the way next time
        }

        return null;
    }

    /// <summary>The first variant with all others beside it; its document is that of the whole experiment.</summary>
    private Experiment? Bind(string file, MapNode document, Matrix matrix, ProblemList problems, HashSet<Component> used, Action<MapNode, ProblemList> onFault)
    {
        var bound = new List<Experiment?>();
        var found = new List<(string, ProblemList)>();
        foreach (var (name, apply) in matrix.Variants())
        {
            var own = new ProblemList();
            var experiment = BindOne(file, apply(document, own), own, used, onFault);
            bound.Add(experiment is null ? null : experiment with { Variant = name });
            found.Add((name, own));
        }

        VariantProblems.Report(found, problems);
        return problems.Count > 0 || bound.Contains(null) ? null : bound[0]! with
        {
            Document = bound[0]!.Document.With(Matrix.Key, MatrixValue.Of(matrix.Node), first => VariedPlaces.PutBack(first, document, matrix.LaidOver)),
            OtherVariants = [.. bound.Skip(1).Select(experiment => experiment!)],
        };
    }

    private static Dictionary<string, string> ProcessEnvironment() =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
