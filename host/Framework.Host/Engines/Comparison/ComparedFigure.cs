using Framework.Components.Evaluation.Comparison;

namespace Framework.Host.Engines.Comparison;

/// <summary>One figure of two runs on the same cases.</summary>
/// <param name="Second">The position of the second run among those that were named, from 1; the first is 0.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Split">The part.</param>
/// <param name="At">What a row is: <c>case</c>, or what cases are joined into.</param>
/// <param name="Result">Both figures and the paired test.</param>
/// <param name="Corrected">The test's p after Holm's correction for all tests of the comparison; NaN where it is not defined.</param>
internal sealed record ComparedFigure(int Second, string Stage, string Split, string At, ComparisonResult Result, double Corrected)
{
    private const double Alpha = 0.05;

    /// <summary>Whether the difference is more than chance would give.</summary>
    public bool IsDistinguishable => Corrected < Alpha && Result is not { Low: <= 0, High: >= 0 };
}
