namespace Framework.Torch;

/// <summary>The tensor engine at hand cannot do what was asked for; the message says what is missing and what to do.</summary>
/// <param name="message">For a person.</param>
/// <param name="inner">What libtorch or the loader said.</param>
public sealed class EngineException(string message, Exception? inner = null) : Exception(message, inner);
