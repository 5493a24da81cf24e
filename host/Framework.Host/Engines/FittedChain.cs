using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>A stage's chain with the figures of one fold in place.</summary>
/// <param name="Steps">What is applied.</param>
/// <param name="Fingerprint">Hexadecimal SHA-256 over the figures; empty where nothing was fitted. Whatever is kept of this chain's samples belongs to it:
/// another fold's samples differ.</param>
internal sealed record FittedChain(IReadOnlyList<TransformStep> Steps, string Fingerprint);
