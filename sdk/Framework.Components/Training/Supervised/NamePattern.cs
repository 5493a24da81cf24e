using System.Text.RegularExpressions;

namespace Framework.Components.Training.Supervised;

/// <summary>A name of parameters in which * stands for anything.</summary>
internal sealed class NamePattern(string text)
{
    private const int NamedAtMost = 5;
    private readonly Regex _form = new($"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);

    public string Text => text;

    public bool Fits(string name) => _form.IsMatch(name);

    /// <exception cref="ExperimentException">No name fits; the message has those that are nearest.</exception>
    public void RequireAny(string option, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Any(Fits))
            return;
        var near = all.OrderByDescending(Likeness).Take(NamedAtMost).Order(StringComparer.Ordinal);
        throw new ExperimentException($"'{option}' names '{text}', and no parameter of the model is called so. Near to it are {string.Join(", ", near.Select(name => $"'{name}'"))}.");
    }

    // The share of pairs of letters that two names have in common (Dice 1945).
    private double Likeness(string name)
    {
        var (own, other) = (Pairs(text), Pairs(name));
        return 2.0 * own.Intersect(other).Count() / (own.Count + other.Count);
    }

    private static HashSet<string> Pairs(string name) => [.. Enumerable.Range(0, Math.Max(0, name.Length - 1)).Select(i => name.Substring(i, 2)).Where(pair => !pair.Contains('*')), name];
}
