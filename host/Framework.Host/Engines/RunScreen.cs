namespace Framework.Host.Engines;

/// <summary>The screen that suits a terminal.</summary>
internal static class RunScreen
{
    /// <summary>Bars where a person looks on, lines where nobody does.</summary>
    public static IRunScreen On(Terminal.Terminal terminal, TimeProvider time) =>
        terminal.IsInteractive ? new TerminalScreen(terminal.Console) : new PlainScreen(terminal.Human, time);
}
