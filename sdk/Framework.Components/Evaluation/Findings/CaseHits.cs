namespace Framework.Components.Evaluation.Findings;

/// <summary>How the findings of one class in one case meet what there is.</summary>
/// <param name="Truths">Number of true objects.</param>
/// <param name="Findings">The score of each finding and what it turned out to be, from the highest score to the lowest.</param>
internal sealed record CaseHits(int Truths, IReadOnlyList<(double Score, Hit Hit)> Findings)
{
    /// <summary>Meets each finding, the surest first, with the object that it overlaps most among those that are not hit yet (as COCO does, Lin 2014).</summary>
    /// <param name="findings">A case whose truths are known.</param>
    /// <param name="name">The class.</param>
    /// <param name="extent">Boxes or masks.</param>
    /// <param name="iou">The least intersection over union of a hit, above 0.</param>
    /// <param name="most">How many findings count, the surest ones.</param>
    public static CaseHits Of(CaseFindings findings, string name, ObjectExtent extent, double iou, int most = int.MaxValue)
    {
        var truths = findings.Truths!.Where(truth => truth.Class == name).ToList();
        var isHit = new bool[truths.Count];
        var found = new List<(double, Hit)>();
        foreach (var finding in findings.Found.Where(finding => finding.Class == name).OrderByDescending(finding => finding.Score).Take(most))
        {
            var (best, free, touchesAny) = (-1, iou, false);
            for (var i = 0; i < truths.Count; i++)
            {
                var overlap = ObjectOverlap.Iou(finding, truths[i], extent);
                touchesAny |= overlap >= iou;
                if (!isHit[i] && overlap >= free && (best < 0 || overlap > free))
                    (best, free) = (i, overlap);
            }

            if (best >= 0)
                isHit[best] = true;
            found.Add((finding.Score, best >= 0 ? Hit.True : touchesAny ? Hit.Again : Hit.False));
        }

        return new CaseHits(truths.Count, found);
    }

    /// <summary>The same of all cases of a series or subject: each finding is held against the objects of its own case.</summary>
    /// <inheritdoc cref="Of(CaseFindings, string, ObjectExtent, double, int)" />
    public static CaseHits Of(IReadOnlyList<CaseFindings> cases, string name, ObjectExtent extent, double iou, int most = int.MaxValue)
    {
        var hits = cases.Select(item => Of(item, name, extent, iou, most)).ToList();
        return new CaseHits(hits.Sum(own => own.Truths), [.. hits.SelectMany(own => own.Findings).OrderByDescending(finding => finding.Score)]);
    }

    /// <summary>Findings of at least that score that turned out so.</summary>
    public int Count(double score, Hit hit) => Findings.Count(finding => finding.Score >= score && finding.Hit == hit);
}
