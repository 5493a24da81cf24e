using System.Runtime.InteropServices;

namespace Framework.Host.Ranks;

/// <summary>Leaves this process from any thread.</summary>
internal static class ProcessEnd
{
    /// <summary>At once, and with nothing more done: another thread may sit in a call that never comes back, which an orderly end would wait for.</summary>
    [DllImport("libc", EntryPoint = "_exit")]
    public static extern void Now(int code);
}
