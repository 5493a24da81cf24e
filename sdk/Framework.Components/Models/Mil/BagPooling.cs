namespace Framework.Components.Models;

/// <summary>How the feature vectors of a bag's instances become one.</summary>
public enum BagPooling
{
    /// <summary>A weighted mean; weights are softmax(w (tanh(V h) * sigmoid(U h))) over the bag (Ilse et al. 2018, equation 9).</summary>
    GatedAttention,

    /// <summary>A weighted mean; weights are softmax(w tanh(V h)) over the bag (Ilse et al. 2018, equation 8).</summary>
    Attention,

    /// <summary>The mean: every instance counts the same.</summary>
    Mean,

    /// <summary>The largest value of each feature.</summary>
    Max,
}
