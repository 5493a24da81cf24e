namespace Framework.Sdk;

/// <summary>What of a model's answer a map explains.</summary>
public enum ExplainedScore
{
    /// <summary>The output of the last layer, before any sigmoid or softmax: what does not flatten where the model is sure.</summary>
    Logit,

    /// <summary>The probability.</summary>
    Probability,
}
