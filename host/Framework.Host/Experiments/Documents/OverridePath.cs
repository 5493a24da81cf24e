using System.Globalization;
using System.Text;

namespace Framework.Host.Experiments.Documents;

/// <summary>One step of a path: a key, or an index where the key is null.</summary>
internal readonly record struct PathStep(string? Key, int Index);

/// <summary>The path of an override: <c>stages.classify.transforms[1].size</c>.</summary>
internal static class OverridePath
{
    /// <summary>The steps; null where the text is no path.</summary>
    public static IReadOnlyList<PathStep>? Parse(string text)
    {
        var steps = new List<PathStep>();
        foreach (var part in text.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var key = bracket < 0 ? part : part[..bracket];
            if (key.Length == 0 || key.Contains(']', StringComparison.Ordinal))
                return null;
            steps.Add(new PathStep(key, 0));
            if (bracket >= 0 && !AddIndices(part[bracket..], steps))
                return null;
        }

        return steps;
    }

    public static string Write(IEnumerable<PathStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.Key is null)
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            else
                text.Append(text.Length == 0 ? "" : ".").Append(step.Key);
        }

        return text.ToString();
    }

    private static bool AddIndices(string text, List<PathStep> steps)
    {
        if (text[^1] != ']')
            return false;
        foreach (var index in text[1..^1].Split("]["))
        {
            if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                return false;
            steps.Add(new PathStep(null, at));
        }

        return true;
    }
}
