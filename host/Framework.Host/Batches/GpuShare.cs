namespace Framework.Host.Batches;

/// <summary>Which GPU a worker has where a machine has several: they take turns.</summary>
internal static class GpuShare
{
    /// <summary>The variable that hides the other GPUs.</summary>
    public const string Variable = "CUDA_VISIBLE_DEVICES";

    private const string Driver = "/proc/driver/nvidia/gpus";

    /// <summary>The GPUs that this process may use, by the names that the variable takes; none where there are none.</summary>
    public static IReadOnlyList<string> Visible() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? given.Split(',')
        : Directory.Exists(Driver) ? [.. Directory.EnumerateDirectories(Driver).Select((_, number) => FormattableString.Invariant($"{number}"))] : [];

    /// <summary>The GPU of one of the workers that run at one time; null leaves it to the worker.</summary>
    /// <param name="device">The value of <c>--device</c>.</param>
    /// <param name="place">Which of them, from 0.</param>
    /// <param name="visible">The GPUs.</param>
    public static string? Of(string device, int place, IReadOnlyList<string> visible) =>
        visible.Count > 1 && (device is "auto" or "cuda") ? visible[place % visible.Count] : null;
}
