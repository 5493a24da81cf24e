namespace TorchSharp;

/// <summary>What stands outside the edges of a tensor.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The content mirrored, without repeating the edge.</summary>
    Reflect = 1,

    /// <summary>The edge repeated.</summary>
    Replicate = 2,

    /// <summary>The content from the other side.</summary>
    Circular = 3,

    /// <summary>One value.</summary>
    Constant = 4,
}
