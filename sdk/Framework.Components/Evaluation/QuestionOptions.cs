namespace Framework.Components.Evaluation;

/// <summary>Options of metrics that are shares of cases and have one figure for each question.</summary>
public sealed record QuestionOptions : MetricOptions
{
    private protected override ConfidenceMethod? Formula => ConfidenceMethod.Wilson;
}
