using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>A report on a spine, worded otherwise for each patient: level by level, in sentences, or as a list of findings.</summary>
internal sealed class PhantomReport
{
    private readonly IReadOnlyList<DiscFindings> _findings;
    private readonly double _mentioned;
    private readonly RandomStream _random;
    private readonly Wording _words;

    /// <summary>Writes it.</summary>
    /// <param name="findings">What there is at L1-L2 ... L5-S1.</param>
    /// <param name="mentioned">Share of the conditions that are not there which are mentioned by name.</param>
    /// <param name="random">Its stream.</param>
    public PhantomReport(IReadOnlyList<DiscFindings> findings, double mentioned, RandomStream random)
    {
        (_findings, _mentioned, _random) = (findings, mentioned, random);
        _words = new Wording(random.Derive("words"));
        var style = random.Next(3);
        var isCanalLast = random.Chance(0.3) && findings.Any(found => found[Condition.Canal] == 0) && findings.Any(found => found[Condition.Canal] > 0);
        var lines = Enumerable.Range(0, DiscLevel.Count).Select(level => Line(level, style, isCanalLast)).Where(line => line.Length > 0).ToList();
        if (isCanalLast)
            lines.Add("There is no canal stenosis at the other levels.");
        Text = "HISTORY: Low back pain, rule out canal stenosis at L4-L5.\nTECHNIQUE: Sagittal and axial T2 without contrast.\nFINDINGS:\nAlignment is kept. The conus ends at L1.\n" + string.Join('\n', lines);
    }

    /// <summary>The report.</summary>
    public string Text { get; }

    private string Line(int level, int style, bool isCanalLast)
    {
        var found = _findings[level];
        var name = _words.Level(level);
        if (Conditions.All.All(condition => found[condition] == 0) && _random.Chance(_mentioned))
            return isCanalLast || style != 2 ? $"{name}: {_words.Pick("Normal", "Unremarkable", "No significant abnormality")}." : $"{name} is unremarkable.";
        var phrases = Phrases(found, isCanalLast).ToList();
        if (phrases.Count == 0)
            return "";
        return style switch
        {
            0 => $"{name}: {string.Join(' ', phrases.Select(phrase => Capital(phrase) + "."))}",
            1 => $"At {name} there is {phrases[0]}. {string.Join(' ', phrases.Skip(1).Select(phrase => $"There is {phrase}."))}".TrimEnd(),
            _ => string.Join(' ', phrases.Select(phrase => $"{Capital(phrase)} at {name}.")),
        };
    }

    private IEnumerable<string> Phrases(DiscFindings found, bool isCanalLast)
    {
        var (bulge, complex) = (found[Condition.DiscBulge], found[Condition.DiscOsteophyte]);
        if (bulge == 1)
            yield return _words.Pick("mild disc bulge", "broad-based disc bulge", "diffuse bulging of the disc", "disc bulge");
        if (complex == 1)
            yield return _words.Pick("disc osteophyte complex", "posterior disc-osteophyte complex");
        if (bulge == 0 && IsMentioned())
            yield return _words.Pick("no disc bulge", "no significant disc bulge");
        if (complex == 0 && IsMentioned())
            yield return "no disc osteophyte complex";
        if (Facets(found[Condition.LeftFacet], found[Condition.RightFacet]) is { } facets)
            yield return facets;
        if (found[Condition.Flavum] == 1 || IsMentioned())
            yield return found[Condition.Flavum] == 1 ? _words.Pick("ligamentum flavum thickening", "thickening of the ligamentum flavum", "ligamentum flavum hypertrophy") : "no ligamentum flavum thickening";
        if (found[Condition.Lipomatosis] == 1 || IsMentioned())
            yield return found[Condition.Lipomatosis] == 1 ? _words.Pick("epidural lipomatosis", "prominent epidural fat") : "no epidural lipomatosis";
        if (found[Condition.Canal] > 0 || (!isCanalLast && IsMentioned()))
            yield return $"{_words.Grade(found[Condition.Canal])} {_words.Pick("canal stenosis", "central canal stenosis", "spinal canal narrowing", "narrowing of the spinal canal")}";
        if (Foramina(found[Condition.LeftForaminal], found[Condition.RightForaminal]) is { } foramina)
            yield return foramina;
    }

    private string? Facets(int left, int right)
    {
        var disease = _words.Pick("facet arthropathy", "facet arthrosis", "facet joint hypertrophy");
        return (left, right) switch
        {
            (1, 1) => _words.Pick($"bilateral {disease}", $"{disease} bilaterally", $"{disease}, left greater than right"),
            (1, 0) => $"left {disease}",
            (0, 1) => $"right {disease}",
            _ => IsMentioned() ? $"no {disease}" : null,
        };
    }

    private string? Foramina(int left, int right)
    {
        var name = _words.Pick("foraminal stenosis", "neural foraminal narrowing", "neural foraminal stenosis");
        if (left == right)
            return left == 0 ? (IsMentioned() ? $"no {name}" : null) : $"{_words.Grade(left)} bilateral {name}";
        if (left == 0)
            return $"{_words.Grade(right)} right {name}" + (IsMentioned() ? $" and no left {name}" : "");
        if (right == 0)
            return $"{_words.Grade(left)} left {name}" + (IsMentioned() ? $" without right {name}" : "");
        return _words.Pick($"{_words.Grade(left)} left and {_words.Grade(right)} right {name}", $"{name}, {_words.Grade(right)} on the right and {_words.Grade(left)} on the left");
    }

    private bool IsMentioned() => _random.Chance(_mentioned);

    private static string Capital(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
