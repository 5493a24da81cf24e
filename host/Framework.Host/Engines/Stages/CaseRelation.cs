using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>Which cases of an earlier stage belong to a case of a later one: the same case, or the slices of its series, study or subject.</summary>
internal sealed class CaseRelation
{
    private readonly Func<Case, string> _key;
    private readonly ILookup<string, Case> _cases;
    private readonly string _earlier;
    private readonly string _by;

    private CaseRelation(string earlier, string by, Func<Case, string> key, IReadOnlyList<Case> cases) =>
        (_earlier, _by, _key, _cases) = (earlier, by, key, cases.ToLookup(key));

    /// <summary>The relation of two stages: by the finest identity that all cases of both have in common.</summary>
    /// <param name="earlier">The stage that is read.</param>
    /// <param name="later">The stage that reads it.</param>
    /// <param name="casesOf">The cases of a stage.</param>
    /// <exception cref="ExperimentException">Their cases cannot be told to belong together.</exception>
    public static CaseRelation Between(StageSection earlier, StageSection later, Func<StageSection, IReadOnlyList<Case>> casesOf)
    {
        var read = casesOf(earlier);
        if (earlier.Data is null && later.Data is null)
            return new CaseRelation(earlier.Name, "case", item => item.Id, read);
        var own = casesOf(later);
        (string Name, Func<Case, string> Key)[] ways = [("case", item => item.Id), ("series", item => item.Series), ("study", item => item.Study), ("subject", item => item.Subject)];
        foreach (var (name, key) in ways)
        {
            var known = read.Select(key).ToHashSet();
            if (own.All(item => key(item).Length > 0 && known.Contains(key(item))) && (name != "subject" || own.Select(key).Distinct().Count() == own.Count))
                return new CaseRelation(earlier.Name, name, key, read);
        }

        throw new ExperimentException($"the stage '{later.Name}' reads '{earlier.Name}', and not all of its cases have cases there of the same identity, series, study or (one case a subject) subject. "
            + "Give both data sources series or studies that agree, or leave such cases out.");
    }

    /// <summary>The earlier stage's cases, in their source's order; at least one.</summary>
    public IReadOnlyList<Case> Of(Case item) => _cases[_key(item)] is var found && found.Any()
        ? [.. found]
        : throw new ExperimentException($"the stage '{_earlier}' has no case of the same {_by} as case '{item.Id}'.");
}
