namespace TorchSharp;

/// <summary>How a tensor's elements are stored.</summary>
public enum layout
{
    strided = 0,
    sparse_coo = 1,
}
