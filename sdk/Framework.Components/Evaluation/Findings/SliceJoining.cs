namespace Framework.Components.Evaluation.Findings;

/// <summary>Joins the findings of a series' slices to objects in three dimensions: a pure function of findings.</summary>
/// <remarks>
/// Findings of a class that overlap from slice to slice, directly or by way of others, are one object; truths are joined so too, by any overlap between neighbours.
/// Overlaps of label maps are added up. The result's grid has the slices in their order along the normal.
/// </remarks>
public static class SliceJoining
{
    private static readonly JoinOptions OfTruths = new();

    /// <summary>Joins slices.</summary>
    /// <param name="slices">Findings of single slices of one series, in any order, each slice once.</param>
    /// <param name="options">Which findings belong together.</param>
    /// <exception cref="DataFormatException">A case is no slice, slices have different sizes, or two lie in one place.</exception>
    public static CaseFindings Join(IReadOnlyList<CaseFindings> slices, JoinOptions options)
    {
        var ordered = SliceOrder.Sort(slices);
        var plane = ordered[0].Grid.Width * ordered[0].Grid.Height;
        var isKnown = ordered.All(slice => slice.Truths is not null);
        return new CaseFindings
        {
            Grid = SliceOrder.GridOf(ordered),
            Classes = [.. ordered.SelectMany(slice => slice.Classes).Distinct()],
            Truths = isKnown ? Join([.. ordered.Select(slice => slice.Truths!)], plane, OfTruths with { Extent = ExtentOf(ordered) }) : null,
            Found = Join([.. ordered.Select(slice => slice.Found.Where(finding => finding.Score >= options.LeastScore).ToList())], plane, options),
            Overlaps = [.. ordered.SelectMany(slice => slice.Overlaps).GroupBy(overlap => overlap.Class).Select(Sum)],
        };
    }

    // Where truths have masks, boxes that overlap are not enough to make two objects one.
    private static ObjectExtent ExtentOf(IReadOnlyList<CaseFindings> slices) =>
        slices.SelectMany(slice => slice.Truths!).All(truth => truth.Mask is not null) ? ObjectExtent.Masks : ObjectExtent.Boxes;

    private static ClassOverlap Sum(IGrouping<string, ClassOverlap> overlaps) => new(
        overlaps.Key,
        overlaps.Sum(overlap => overlap.Predicted),
        overlaps.All(overlap => overlap.Truth is not null) ? overlaps.Sum(overlap => overlap.Truth) : null,
        overlaps.All(overlap => overlap.Intersection is not null) ? overlaps.Sum(overlap => overlap.Intersection) : null);

    private static List<CaseObject> Join(IReadOnlyList<IReadOnlyList<CaseObject>> slices, int plane, JoinOptions options)
    {
        var parts = slices.SelectMany((slice, z) => slice.Select(item => (Item: item, Z: z))).ToList();
        var groups = new DisjointSets(parts.Count);
        for (int i = 0, first = 0; i < parts.Count; i++)
        {
            while (parts[i].Z - parts[first].Z > options.Within)
                first++;
            for (var j = first; j < i; j++)
            {
                if (parts[j].Z < parts[i].Z && parts[j].Item.Class == parts[i].Item.Class && ObjectOverlap.Iou(parts[j].Item, parts[i].Item, options.Extent) > options.Overlap)
                    groups.Unite(i, j);
            }
        }

        return [.. Enumerable.Range(0, parts.Count).GroupBy(groups.RootOf).Select(group => Whole([.. group.Select(i => parts[i])], plane, options.Score)).OrderByDescending(item => item.Score)];
    }

    private static CaseObject Whole(IReadOnlyList<(CaseObject Item, int Z)> parts, int plane, JoinedScore score)
    {
        var boxes = parts.Select(part => part.Item.Box).ToList();
        var scores = parts.Select(part => part.Item.Score);
        var box = new VoxelBox(
            new VoxelPoint(boxes.Min(own => own.Low.X), boxes.Min(own => own.Low.Y), parts.Min(part => part.Z)),
            new VoxelPoint(boxes.Max(own => own.High.X), boxes.Max(own => own.High.Y), parts.Max(part => part.Z) + 1));
        return new CaseObject(parts[0].Item.Class, score == JoinedScore.Max ? scores.Max() : scores.Average(), box)
        {
            Mask = parts.All(part => part.Item.Mask is not null) ? RunLengthMask.Union(parts.Select(part => part.Item.Mask!.MoveOn(checked(part.Z * plane)))) : null,
        };
    }
}
