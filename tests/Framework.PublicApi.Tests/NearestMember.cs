namespace Framework.PublicApi.Tests;

/// <summary>The published member that a member of ours was probably meant to be.</summary>
internal static class NearestMember
{
    public static string Of(string member, IReadOnlyList<string> published)
    {
        var name = Name(member);
        var sameName = published.Where(line => Name(line) == name).ToList();
        var sameType = published.Where(line => Owner(line) == Owner(member)).ToList();
        var candidates = sameName.Count > 0 ? sameName : sameType;
        return candidates.MinBy(line => Distance(line, member)) ?? "nothing: the published assembly has no such type";
    }

    private static string Name(string line)
    {
        var text = line.StartsWith("static ", StringComparison.Ordinal) ? line[7..] : line;
        var end = text.IndexOfAny(['(', ' ', '['], text.StartsWith("type ", StringComparison.Ordinal) ? 5 : 0);
        return end < 0 ? text : text[..end];
    }

    private static string Owner(string line)
    {
        var name = Name(line);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }
        return row[^1];
    }
}
