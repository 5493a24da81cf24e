using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>What there is at one disc, in truth.</summary>
/// <param name="values">A value for each condition.</param>
internal sealed class DiscFindings(IReadOnlyList<int> values)
{
    /// <summary>The value of a condition: a grade, or 1 and 0.</summary>
    public int this[Condition condition] => values[(int)condition];

    /// <summary>Draws them; the lower a disc lies the more there is.</summary>
    public static DiscFindings Draw(RandomStream random, int level, double prevalence)
    {
        var share = Math.Min(1, prevalence * (0.5 + (0.25 * level)));
        return new DiscFindings([.. Conditions.All.Select(condition =>
        {
            var stream = random.Derive(condition.Column());
            return stream.Chance(share) ? (condition.IsGraded() ? 1 + stream.Next(3) : 1) : 0;
        })]);
    }
}
