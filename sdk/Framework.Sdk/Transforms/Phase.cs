namespace Framework.Sdk;

/// <summary>What samples are being prepared for.</summary>
public enum Phase
{
    /// <summary>For fitting: augmentations apply.</summary>
    Train,

    /// <summary>For validation, test and prediction: nothing random applies.</summary>
    Evaluate,
}
