using System.Runtime.InteropServices;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>
/// Turns the first SIGTERM, SIGUSR1 (which clusters send ahead of a time limit), Ctrl-C or SIGHUP (a terminal that was closed; <c>nohup</c> keeps
/// it away) into a request to save and stop; a second Ctrl-C ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int HangupNumber = 1;
    private const PosixSignal User1 = (PosixSignal)10; // SIGUSR1 on Linux, for which .NET has no name
    private readonly CancellationTokenSource _source = new();
    private readonly IRunScreen _screen;
    private readonly bool _say;
    private readonly PosixSignalRegistration[] _registrations;
    private int _signals;

    /// <summary>Listens from now on.</summary>
    /// <param name="screen">Is told.</param>
    /// <param name="say">Whether there is a state to be saved, which is worth a line.</param>
    public Interruption(IRunScreen screen, bool say = true)
    {
        _screen = screen;
        _say = say;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop), PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(User1, Stop), .. Hangup()];
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

    private IEnumerable<PosixSignalRegistration> Hangup() =>
        SignalMask.IsIgnored(HangupNumber) ? [] : [PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop)];

    private void Stop(PosixSignalContext context)
    {
        var isFirst = Interlocked.Increment(ref _signals) == 1; // signals come on threads of their own, side by side
        var code = context.Signal == PosixSignal.SIGINT ? Sdk.ExitCode.Interrupted : Sdk.ExitCode.Terminated;
        if (!isFirst && context.Signal == PosixSignal.SIGINT)
        {
            _screen.Line("stopped at once; what was saved last is kept");
            Environment.Exit((int)code);
        }

        context.Cancel = true;
        if (isFirst)
            Stop(code);
    }

    /// <summary>Ties this process to the one that started it, whose end counts as SIGTERM.</summary>
    public void Tie() => Tether.Tie(() => Ask(Sdk.ExitCode.Terminated));

    /// <summary>Asks to save and stop, as a signal does, because another process got one.</summary>
    public void Ask(ExitCode code)
    {
        if (Interlocked.Increment(ref _signals) == 1)
            Stop(code);
    }

    private void Stop(ExitCode code)
    {
        ExitCode = code;
        if (_say)
            _screen.Line("stopping after this step; the state is being saved (Ctrl-C again stops at once)");
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The work has just ended by itself.
        }
    }
}
