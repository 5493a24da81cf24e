namespace Framework.Components.Decisions;

/// <summary>The rising function of an output that fits the validation cases best in squares; between its points it is a straight line, beyond them level.</summary>
/// <remarks>
/// Pooling of adjacent violators (Zadrozny and Elkan 2002); scikit-learn's <c>IsotonicRegression(out_of_bounds="clip")</c>. It can make any
/// shape, and overfits where there are few cases: give it a few hundred. Different outputs may get one value, so ranks may tie. The figures are the
/// points, x then y. Classes of a group are calibrated each against the rest and divided by their sum.
/// </remarks>
public sealed class IsotonicCalibrator : ICalibrator
{
    /// <inheritdoc />
    public IReadOnlyList<double> Fit(ValidationQuestion question)
    {
        Answers.RequireBoth(question, "the calibration");
        return OneAgainstRest.Fit(question, label => Rising(label.Outputs.ToArray(), label.Targets.ToArray()));
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<double> figures, Span<double> outputs) => OneAgainstRest.Apply(figures, outputs, Between);

    private static double[] Rising(double[] outputs, double[] targets)
    {
        Array.Sort(outputs, targets);
        var blocks = new List<(double First, double Last, double Sum, int Count)>();
        for (var i = 0; i < outputs.Length;)
        {
            // Cases of one output are one point.
            var (start, sum) = (i, 0.0);
            for (; i < outputs.Length && outputs[i] == outputs[start]; i++)
                sum += targets[i];
            blocks.Add((outputs[start], outputs[start], sum, i - start));
            while (blocks.Count > 1 && Mean(blocks[^2]) >= Mean(blocks[^1]))
            {
                var (before, last) = (blocks[^2], blocks[^1]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((before.First, last.Last, before.Sum + last.Sum, before.Count + last.Count));
            }
        }

        return [.. blocks.SelectMany(block => block.First == block.Last
            ? new[] { block.First, Mean(block) }
            : [block.First, Mean(block), block.Last, Mean(block)])];
    }

    private static double Mean((double First, double Last, double Sum, int Count) block) => block.Sum / block.Count;

    private static double Between(ReadOnlySpan<double> points, double output)
    {
        if (output <= points[0])
            return points[1];
        if (output >= points[^2])
            return points[^1];
        var (left, right) = (0, (points.Length / 2) - 1);
        while (right - left > 1)
        {
            var middle = (left + right) / 2;
            if (points[2 * middle] < output)
                left = middle;
            else
                right = middle;
        }

        var share = (output - points[2 * left]) / (points[2 * right] - points[2 * left]);
        return points[(2 * left) + 1] + (share * (points[(2 * right) + 1] - points[(2 * left) + 1]));
    }
}
