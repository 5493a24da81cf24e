namespace Framework.Sdk;

/// <summary>Under which names a trainer keeps its states, so that the host can have a stretch of training done again and compare (<c>run --verify-resume</c>).</summary>
/// <remarks>
/// Safetensors files, whose header has <c>epoch</c> (from 0), <c>step</c> (finished steps of that epoch; 0 between two epochs) and <c>steps</c> (finished in all).
/// </remarks>
public static class CheckpointFiles
{
    /// <summary>The last state.</summary>
    public const string Last = "checkpoint.safetensors";

    /// <summary>The state before, at least a step back; there is none until a second one was written.</summary>
    public const string Previous = "checkpoint.previous.safetensors";
}
