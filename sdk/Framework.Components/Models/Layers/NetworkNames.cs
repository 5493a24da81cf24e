namespace Framework.Components.Models;

/// <summary>How weights files name a network and the parts that may differ from theirs.</summary>
/// <param name="Architecture">resnet50, densenet121...</param>
/// <param name="FirstConvolution">The first convolution's weight.</param>
/// <param name="Heads">What the names of the last layers' parameters start with.</param>
internal sealed record NetworkNames(string Architecture, string FirstConvolution, params IReadOnlyList<string> Heads);
