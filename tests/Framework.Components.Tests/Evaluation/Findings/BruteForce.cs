namespace Framework.Components.Tests.Evaluation.Findings;

/// <summary>COCO's average precision, written down from its definition without an eye to speed.</summary>
internal static class BruteForce
{
    public static double AveragePrecision(CaseFindings[] cases, double iou)
    {
        var objects = cases.Sum(item => item.Truths!.Count);
        if (objects == 0)
            return double.NaN;
        var calls = new List<(double Score, bool Right)>();
        foreach (var item in cases)
        {
            var left = item.Truths!.ToList();
            foreach (var found in item.Found)
            {
                var best = left.Where(truth => Iou(found, truth) >= iou).OrderByDescending(truth => Iou(found, truth)).FirstOrDefault();
                calls.Add((found.Score, best is not null));
                if (best is not null)
                    left.Remove(best);
            }
        }

        var sorted = calls.OrderByDescending(call => call.Score).ToList();
        var points = Enumerable.Range(1, sorted.Count).Select(n => (Recall: sorted.Take(n).Count(call => call.Right) / (double)objects, Precision: sorted.Take(n).Count(call => call.Right) / (double)n)).ToList();
        return Enumerable.Range(0, 101).Average(at => points.Where(point => point.Recall >= at / 100.0).Select(point => point.Precision).DefaultIfEmpty(0).Max());
    }

    // Pixel by pixel.
    private static double Iou(CaseObject one, CaseObject other)
    {
        var (both, any) = (0, 0);
        for (var i = 0; i < Cases.Side * Cases.Side; i++)
        {
            var (a, b) = (Holds(one.Box, i), Holds(other.Box, i));
            both += a && b ? 1 : 0;
            any += a || b ? 1 : 0;
        }

        return (double)both / any;
    }

    private static bool Holds(VoxelBox box, int pixel)
    {
        var (y, x) = Math.DivRem(pixel, Cases.Side);
        return x >= box.Low.X && x < box.High.X && y >= box.Low.Y && y < box.High.Y;
    }
}
