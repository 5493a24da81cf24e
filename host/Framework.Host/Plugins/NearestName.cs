namespace Framework.Host.Plugins;

/// <summary>Finds the known name that someone most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The nearest of the known names; null where none is near enough to be meant.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        // One slip for a short name, one more for every three letters.
        var limit = Math.Max(1, name.Length / 3);
        return known
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).FirstOrDefault();
    }

    /// <summary>A sentence to append to a message, with its leading space; empty where no known name is near.</summary>
    public static string Suggest(string name, IEnumerable<string> known) =>
        Of(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>Edits between two words: letters inserted, left out, replaced, or swapped with their neighbour (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                distance[i, j] = swapped ? Math.Min(best, distance[i - 2, j - 2] + 1) : best;
            }
        return distance[a.Length, b.Length];
    }
}
