using System.Runtime.InteropServices;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Turns the first SIGTERM or Ctrl-C into a request to save and stop; a second Ctrl-C ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly IRunScreen _screen;
    private readonly PosixSignalRegistration[] _registrations;
    private int _signals;

    public Interruption(IRunScreen screen)
    {
        _screen = screen;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop), PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop)];
    }

    /// <summary>Asks to save and stop.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What the process ends with; null where nobody interrupted it.</summary>
    public ExitCode? ExitCode { get; private set; }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        var isFirst = Interlocked.Increment(ref _signals) == 1; // signals come on threads of their own, side by side
        var code = context.Signal == PosixSignal.SIGTERM ? Sdk.ExitCode.Terminated : Sdk.ExitCode.Interrupted;
        if (!isFirst && context.Signal == PosixSignal.SIGINT)
            Environment.Exit((int)code);
        context.Cancel = true;
        if (!isFirst)
            return;
        ExitCode = code;
        _screen.Line("stopping after this step; the state is being saved (Ctrl-C again stops at once)");
        _source.Cancel();
    }
}
