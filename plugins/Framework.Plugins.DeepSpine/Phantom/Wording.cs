using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>Words that mean the same, drawn.</summary>
internal sealed class Wording(RandomStream random)
{
    private readonly int _levels = random.Derive("levels").Next(3);

    /// <summary>One of several.</summary>
    public string Pick(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];

    /// <summary>A word for a grade, 0 to 3.</summary>
    public string Grade(int grade) => grade switch
    {
        0 => Pick("no", "no significant", "no evidence of"),
        1 => Pick("mild", "minimal", "slight"),
        2 => Pick("moderate", "mild to moderate"),
        _ => Pick("severe", "marked", "moderate to severe"),
    };

    /// <summary>A disc, written in one way throughout a report: L4-L5, L4-5, L4/5.</summary>
    public string Level(int level)
    {
        var (above, below) = (DiscLevel.Names[level][..2], DiscLevel.Names[level][3..]);
        return _levels switch
        {
            0 => $"{above}-{below}",
            1 => $"{above}-{(below == "S1" ? below : below[1..])}",
            _ => $"{above}/{(below == "S1" ? below : below[1..])}",
        };
    }
}
