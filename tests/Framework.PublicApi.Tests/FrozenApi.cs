using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Framework.PublicApi.Tests;

/// <summary>What plugins are built against, and a reviewed listing of it: a line a member; <c># obsolete since 0.1</c> behind those that will go.</summary>
internal static partial class FrozenApi
{
    /// <summary>The public API of an assembly without what the compiler adds to records, each member with whether it is obsolete.</summary>
    public static IReadOnlyDictionary<string, bool> Of(Assembly assembly) => ApiListing.Members(assembly)
        .Where(each => each.Member is not MethodBase || !each.Member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .GroupBy(each => each.Line)
        .ToDictionary(group => group.Key, group => group.All(each => IsObsolete(each.Member)), StringComparer.Ordinal);

    /// <summary>Where listing and assembly differ, each with what is to be done.</summary>
    /// <param name="listing">The reviewed lines.</param>
    /// <param name="members">What the assembly has, with whether it is obsolete.</param>
    /// <param name="version">The assembly's version.</param>
    public static IEnumerable<string> Problems(IEnumerable<string> listing, IReadOnlyDictionary<string, bool> members, Version version)
    {
        var now = $"{version.Major}.{version.Minor}";
        var listed = listing.Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Parse).ToList();
        var known = listed.Select(line => line.Member).ToHashSet(StringComparer.Ordinal);
        foreach (var (member, _) in members.Where(member => !known.Contains(member.Key)))
            yield return $"new: '{member}'. Add the line, after a review: it is a promise for the rest of the major version.";
        foreach (var (member, since) in listed)
        {
            if (members.TryGetValue(member, out var isObsolete))
            {
                if (isObsolete && since is null)
                    yield return $"'{member}' is [Obsolete] and the listing does not say so. Write '# obsolete since {now}' behind it.";
                else if (!isObsolete && since is not null)
                    yield return $"'{member}' is obsolete in the listing and not in the code. Mark it [Obsolete] with what to use in its place, or take the words away.";
            }
            else if (since is null || since >= new Version(version.Major, version.Minor))
            {
                yield return $"'{member}' is gone, or has another signature. Plugins were built against it: keep it with [Obsolete] for one version at least, and write '# obsolete since {now}' behind it.";
            }
            else
            {
                yield return $"'{member}' was obsolete since {since} and is gone. Remove the line.";
            }
        }
    }

    private static (string Member, Version? Since) Parse(string line) =>
        Obsolete().Match(line) is { Success: true } match ? (match.Groups[1].Value, Version.Parse(match.Groups[2].Value)) : (line, null);

    // The compiler marks constructors of types with required members, for compilers that do not know such.
    private static bool IsObsolete(MemberInfo member) =>
        (member.IsDefined(typeof(ObsoleteAttribute)) && !member.IsDefined(typeof(CompilerFeatureRequiredAttribute))) || member.DeclaringType?.IsDefined(typeof(ObsoleteAttribute)) == true;

    [GeneratedRegex(@"^(.*?) +# obsolete since (\d+\.\d+)$")]
    private static partial Regex Obsolete();
}
