using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>What every classifier can be told.</summary>
public abstract record ClassifierOptions : NetworkOptions
{
    /// <summary>
    /// Several outputs by name, each with its number of values, for a loss over several tasks: <c>{ grade: 5, side: 2 }</c>. Names are
    /// letters, digits and '_'. Without it there is one output, <c>logits</c>, with a value for each label.
    /// </summary>
    [MinLength(1)]
    [Range(1, 65536)]
    public IReadOnlyDictionary<string, int>? Heads { get; init; }

    /// <summary>The number of outputs of each name.</summary>
    internal IReadOnlyDictionary<string, int> OutputsFor(IReadOnlyList<string> labels) =>
        Heads ?? new Dictionary<string, int> { [ModelOutput.LogitsName] = labels.Count };

    /// <exception cref="ExperimentException">A head has a name that parameters cannot have.</exception>
    internal void RequireHeads(string component) => RequireHeads(component, Heads);

    /// <exception cref="ExperimentException">A head has a name that parameters cannot have.</exception>
    internal static void RequireHeads(string component, IReadOnlyDictionary<string, int>? heads)
    {
        foreach (var name in heads?.Keys ?? [])
        {
            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                throw new ExperimentException($"'{component}' cannot have the head '{name}'. Name it with letters, digits and '_'.");
        }
    }
}
