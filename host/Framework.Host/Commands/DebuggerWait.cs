using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>Waits for a debugger before anything of the run has happened.</summary>
internal static class DebuggerWait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Says which process it is, and returns as soon as a debugger is attached. Ctrl+C ends the process meanwhile.</summary>
    public static void Until(Func<bool> isAttached, HostTerminal terminal, TimeProvider time)
    {
        if (isAttached())
            return;
        terminal.Line($"waiting for a debugger: attach one to process {Environment.ProcessId} (in VS Code 'Attach to a .NET process'); plugins are loaded, so that breakpoints in them bind");
        using var due = new ManualResetEventSlim();
        using var timer = time.CreateTimer(_ => { if (isAttached()) due.Set(); }, null, Pause, Pause);
        due.Wait();
        terminal.Line("a debugger is attached");
    }
}
