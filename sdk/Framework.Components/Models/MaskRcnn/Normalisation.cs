namespace Framework.Components.Models.MaskRcnn;

/// <summary>What the backbone's batch normalisation does in training.</summary>
public enum Normalisation
{
    /// <summary>Normalises by the batch, and learns; needs batches of several images.</summary>
    Batch,

    /// <summary>Normalises by the statistics that it was loaded with, and learns nothing: for pretrained weights and small batches.</summary>
    Frozen,
}
