using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>
/// What looks like a bleed in one slice and is none: partial volume of bone or of a calcification, or a streak. It has a bleed's outline and density there and is gone
/// in the next slice, where blood would go on: blood fills a space, an artefact belongs to the slice.
/// </summary>
/// <param name="Like">The bleed that it looks like.</param>
/// <param name="Z">The slice's height, millimetres.</param>
/// <param name="HalfThickness">How far it reaches to either side, millimetres: less than the next slice is away.</param>
internal sealed record Artefact(Bleed Like, double Z, double HalfThickness)
{
    // A shape that does not meet the slice is drawn anew.
    private const int Tries = 20;

    /// <summary>Millimetres inside of the slice that it belongs to; negative outside.</summary>
    public double Within(Point at) => HalfThickness - Math.Abs(at.Z - Z);

    /// <summary>Draws one for each slice that chance picks.</summary>
    /// <param name="head">The anatomy.</param>
    /// <param name="heights">Of the slices, millimetres.</param>
    /// <param name="options">Their share, and which bleeds there are.</param>
    /// <param name="areaOf">The area in square millimetres that a bleed shows at a height.</param>
    /// <param name="random">The subject's stream for artefacts.</param>
    public static List<Artefact> Draw(Head head, IReadOnlyList<double> heights, IchPhantomOptions options, Func<Bleed, double, double> areaOf, RandomStream random)
    {
        string[] subtypes = [.. BleedFactory.Subtypes.Where(subtype => options.Prevalence.GetValueOrDefault(subtype) > 0)];
        var drawn = new List<Artefact>();
        for (var i = 0; subtypes.Length > 0 && i < heights.Count; i++)
        {
            var stream = random.Derive(i);
            if (!stream.Chance(options.Artefacts))
                continue;
            var like = Enumerable.Range(0, Tries).Select(_ => BleedFactory.Make(subtypes[stream.Next(subtypes.Length)], head, stream)).FirstOrDefault(bleed => areaOf(bleed, heights[i]) >= IchPhantom.VisibleArea);
            if (like is not null)
                drawn.Add(new Artefact(like, heights[i], 0.4 * options.SliceSpacing));
        }

        return drawn;
    }
}
