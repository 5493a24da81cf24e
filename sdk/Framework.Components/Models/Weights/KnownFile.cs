namespace Framework.Components.Models.Weights;

/// <summary>A published file of weights.</summary>
/// <param name="Name">Its name in <c>pretrained</c>: <c>imagenet</c>.</param>
/// <param name="Architecture">What it belongs to: <c>resnet50</c>.</param>
/// <param name="File">The exact name of the file.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal, or as many of its first digits as are published.</param>
internal sealed record KnownFile(string Name, string Architecture, string File, string Sha256)
{
    /// <summary>Where it can be fetched.</summary>
    public string Address => $"https://download.pytorch.org/models/{File}";
}
