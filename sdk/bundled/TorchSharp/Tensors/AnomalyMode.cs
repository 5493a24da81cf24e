using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>While it lasts, a backward pass that fails names the forward operator it came from, and one that yields NaN fails. Slow.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool wasEnabled = IsEnabled;
    private readonly bool checkedNaN = ShouldCheckNaN;

    public AnomalyMode(bool enabled, bool check_nan = true) => Native.anomaly_mode_set(enabled ? 1 : 0, check_nan ? 1 : 0);

    public static bool IsEnabled => Native.anomaly_mode_get() != 0;

    public static bool ShouldCheckNaN => Native.anomaly_mode_checks_nan() != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Native.anomaly_mode_set(wasEnabled ? 1 : 0, checkedNaN ? 1 : 0);
}
