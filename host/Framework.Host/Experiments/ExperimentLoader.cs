using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Variants;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments;

/// <summary>From an experiment's file to objects, or to everything that is wrong with it. Reads no data.</summary>
internal sealed class ExperimentLoader(PluginSet plugins, IServiceProvider services)
{
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
        var experiment = document is null ? null : Bind(file, document, sets, problems, used);
        return new ExperimentLoadResult(problems.Count == 0 ? experiment : null, problems.Sorted())
        {
            PluginFailed = problems.PluginFailed,
            Components = [.. used.OrderBy(component => component.Plugin, StringComparer.Ordinal).ThenBy(component => component.Name, StringComparer.Ordinal)],
        };
    }

    private Experiment? Bind(string file, MapNode document, IReadOnlyList<string> sets, ProblemList problems, HashSet<Component> used)
    {
        document = new Overrides(problems).Apply(document, sets);
        var filled = (MapNode)new Variables(new(() => Environment ?? ProcessEnvironment()), problems).Fill(document);
        var plain = filled.Without(Matrix.Key);
        return Matrix.Of(filled, problems) is { } matrix ? Bind(file, plain, matrix, problems, used) : BindOne(file, plain, problems, used);
    }

    private Experiment? BindOne(string file, MapNode document, ProblemList problems, HashSet<Component> used)
    {
        var binder = new Binder(plugins, new ComponentFactory(services), problems);
        var experiment = new ExperimentAssembly(file, problems).Build(binder, document);
        used.UnionWith(binder.Used);
        return experiment;
    }

    /// <summary>The first variant with all others beside it; its document is that of the whole experiment.</summary>
    private Experiment? Bind(string file, MapNode document, Matrix matrix, ProblemList problems, HashSet<Component> used)
    {
        var bound = new List<Experiment?>();
        var found = new List<(string, ProblemList)>();
        foreach (var (name, apply) in matrix.Variants())
        {
            var own = new ProblemList();
            var experiment = BindOne(file, apply(document, own), own, used);
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
