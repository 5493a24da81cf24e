using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>The keys of a prediction of new cases.</summary>
internal sealed record PredictFields
{
    /// <summary>What its files and figures are called: letters, digits, '-' and '_'.</summary>
    public required string Name { get; init; }

    /// <summary>The stage that predicts; the last one where it is not given.</summary>
    public string? Stage { get; init; }

    /// <summary>The new cases, whose labels may be missing.</summary>
    public required DataFields Data { get; init; }

    /// <summary>What is written beside the table of outputs.</summary>
    public IReadOnlyList<Bound<IPredictionWriter>> Write { get; init; } = [];
}

/// <summary>New cases that a run predicts once it is finished.</summary>
/// <param name="Name">What its files and figures are called.</param>
/// <param name="Stage">The stage that predicts.</param>
/// <param name="Data">The new cases, whose labels may be missing.</param>
/// <param name="Writers">What is written beside the table of outputs.</param>
internal sealed record PredictSection(string Name, string Stage, DataSection Data, IReadOnlyList<Bound<IPredictionWriter>> Writers)
{
    private static readonly string[] Parts = [.. PreparedData.Evaluated.Select(part => part.Name), CaseAssignment.OutOfFold, ExternalEvaluation.Split];

    /// <summary>Reports names that are no names, are taken or stand twice.</summary>
    public static void CheckNames(IEnumerable<MapNode> items, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in items.Select(item => item.Find("name")?.Value).OfType<ScalarNode>().Where(name => !name.IsNull))
        {
            if (!FolderName.Is(name.Text))
                problems.Add(name.Origin, $"'predict' names files: {FolderName.Form}; it is '{name.Text}'.");
            else if (Parts.Contains(name.Text))
                problems.Add(name.Origin, $"'predict' cannot be called '{name.Text}': that is a part of the run's own cases. Choose another name.");
            else if (!seen.Add(name.Text))
                problems.Add(name.Origin, $"'{name.Text}' stands twice in 'predict'. Files are told apart by that name; change one of them.");
        }
    }
}
