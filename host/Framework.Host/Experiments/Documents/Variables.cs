using System.Text;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Documents;

/// <summary>Fills in <c>${NAME}</c> and <c>${NAME:-default}</c> from the environment; <c>$${</c> stands for <c>${</c> itself.</summary>
/// <param name="environment">The variables that are set; one that is empty counts as not set.</param>
/// <param name="problems">Takes those that are not.</param>
internal sealed class Variables(Lazy<IReadOnlyDictionary<string, string>> environment, ProblemList problems)
{
    public Node Fill(Node node) => node switch
    {
        MapNode map => map with { Entries = [.. map.Entries.Select(entry => entry with { Value = Fill(entry.Value) })] },
        ListNode list => list with { Items = [.. list.Items.Select(Fill)] },
        ScalarNode scalar when scalar.Text.Contains("${", StringComparison.Ordinal) => Fill(scalar),
        _ => node,
    };

    private Node Fill(ScalarNode scalar)
    {
        var used = new List<string>();
        if (Expand(scalar, used) is not { } text)
            return new BrokenNode(scalar.Origin);
        var origin = used.Count == 0 ? scalar.Origin : scalar.Origin with { Variables = string.Join(" ", used) };
        return new ScalarNode(origin, text, scalar.Plain);
    }

    /// <summary>The text with its variables filled in; null where that cannot be done, which is reported.</summary>
    private string? Expand(ScalarNode scalar, List<string> used)
    {
        var text = new StringBuilder();
        var from = 0;
        for (var at = Next(scalar.Text, 0); at >= 0; at = Next(scalar.Text, from))
        {
            text.Append(scalar.Text, from, at - from);
            if (at > from && scalar.Text[at - 1] == '$')
            {
                text.Append('{');
                from = at + 2;
                continue;
            }

            var end = scalar.Text.IndexOf('}', at);
            if (end < 0)
                return Report(scalar, $"'{scalar.Text[at..]}' has no closing brace. A variable is written ${{NAME}} or ${{NAME:-default}}.");
            if (Value(scalar.Text[(at + 2)..end]) is not { } value)
                return ReportMissing(scalar, scalar.Text[(at + 2)..end]);
            text.Append(value);
            used.Add(scalar.Text[at..(end + 1)]);
            from = end + 1;
        }

        return text.Append(scalar.Text, from, scalar.Text.Length - from).ToString();
    }

    private static int Next(string text, int from) => text.IndexOf("${", from, StringComparison.Ordinal);

    private string? Value(string reference)
    {
        var (name, fallback) = Split(reference);
        return environment.Value.TryGetValue(name, out var value) && value.Length > 0 ? value : fallback;
    }

    private string? ReportMissing(ScalarNode scalar, string reference)
    {
        var name = Split(reference).Name;
        return Report(scalar, name.Length == 0
            ? $"'${{{reference}}}' names no variable. A variable is written ${{NAME}} or ${{NAME:-default}}."
            : $"the environment variable '{name}' is {State(name)} "
                + $"Set it, write ${{{name}:-default}}, or override the key with --set.");
    }

    private string State(string name) =>
        environment.Value.ContainsKey(name) ? "set, but empty." : $"not set.{NearestName.Suggest(name, environment.Value.Keys)}";

    private static (string Name, string? Fallback) Split(string reference)
    {
        var at = reference.IndexOf(":-", StringComparison.Ordinal);
        return at < 0 ? (reference.Trim(), null) : (reference[..at].Trim(), reference[(at + 2)..]);
    }

    private string? Report(ScalarNode scalar, string message)
    {
        problems.Add(scalar.Origin, message);
        return null;
    }
}
