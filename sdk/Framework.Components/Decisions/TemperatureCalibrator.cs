namespace Framework.Components.Decisions;

/// <summary>Divides log-odds by one number, the temperature: above 1 it takes confidence away, below 1 it adds some. The order of cases stays.</summary>
/// <remarks>
/// A label has sigmoid(logit(p) / T), a group softmax(log p / T), with the T in [0.01, 100] of the least log loss on the validation cases
/// (Guo 2017). The figure is T. Labels get a temperature each.
/// </remarks>
public sealed class TemperatureCalibrator : ICalibrator
{
    private const double Least = 0.01;
    private const double Greatest = 100;

    /// <inheritdoc />
    public IReadOnlyList<double> Fit(ValidationQuestion question)
    {
        Answers.RequireBoth(question, "the temperature");
        // The loss is convex in 1 / T: its slope crosses zero once, and halving finds where.
        var (low, high) = (1 / Greatest, 1 / Least);
        if (Slope(question, low) >= 0)
            return [Greatest];
        if (Slope(question, high) <= 0)
            return [Least];
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return [1 / middle];
            if (Slope(question, middle) < 0)
                low = middle;
            else
                high = middle;
        }
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<double> figures, Span<double> outputs)
    {
        if (outputs.Length == 1)
            outputs[0] = Logit.Sigmoid(Logit.Of(outputs[0]) / figures[0]);
        else
            Sharpen(outputs, 1 / figures[0]);
    }

    /// <summary>The derivative of the summed log loss by 1 / T.</summary>
    private static double Slope(ValidationQuestion question, double inverse)
    {
        var width = question.Labels.Count;
        var slope = 0.0;
        Span<double> row = stackalloc double[width];
        for (var at = 0; at < question.Count; at++)
        {
            var targets = question.Targets.Slice(at * width, width);
            question.Outputs.Slice(at * width, width).CopyTo(row);
            if (width == 1)
            {
                var logit = Logit.Of(row[0]);
                slope += (Logit.Sigmoid(logit * inverse) - targets[0]) * logit;
                continue;
            }

            Sharpen(row, inverse);
            for (var k = 0; k < width; k++)
                slope += (row[k] - targets[k]) * Logit.Log(question.Outputs[(at * width) + k]);
        }

        return slope;
    }

    private static void Sharpen(Span<double> row, double inverse)
    {
        var greatest = double.NegativeInfinity;
        foreach (ref var value in row)
        {
            value = Logit.Log(value) * inverse;
            greatest = Math.Max(greatest, value);
        }

        var sum = 0.0;
        foreach (ref var value in row)
        {
            value = Math.Exp(value - greatest);
            sum += value;
        }

        foreach (ref var value in row)
            value /= sum;
    }
}
