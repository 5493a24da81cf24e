namespace Framework.Components.Models.Weights;

/// <summary>What becomes of a network's last layer when it starts from a file of weights.</summary>
public enum HeadWeights
{
    /// <summary>It is loaded like every other layer; another number of outputs is an error.</summary>
    Keep,

    /// <summary>It starts afresh, whatever the file has under its name: for another number of classes, or other classes.</summary>
    New,
}
