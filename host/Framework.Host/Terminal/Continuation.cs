using System.Runtime.InteropServices;

namespace Framework.Host.Terminal;

/// <summary>SIGCONT: the process was held, by Ctrl-Z for one, and goes on.</summary>
internal static class Continuation
{
    private const PosixSignal Continue = (PosixSignal)(-6); // PosixSignal.SIGCONT, which Windows has not

    /// <summary>Does something each time, until the result is disposed of.</summary>
    public static IDisposable Then(Action work) => PosixSignalRegistration.Create(Continue, _ => work());
}
