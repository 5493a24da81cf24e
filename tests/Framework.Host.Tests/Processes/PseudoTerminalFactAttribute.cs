namespace Framework.Host.Tests.Processes;

/// <summary>A fact that needs a terminal; skipped, by name, where none can be made.</summary>
public sealed class PseudoTerminalFactAttribute : FactAttribute
{
    public PseudoTerminalFactAttribute() => Skip = PseudoTerminal.Missing;
}
