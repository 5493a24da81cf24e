using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

/// <summary>Terminals of given sizes.</summary>
internal static class Looks
{
    /// <summary>A terminal without colours, so that every letter that is written takes a column.</summary>
    public static TerminalLook Wide(int columns, int rows = 24) => new(IsTerminal: true, Moves: true, Colors: false, Unicode: true, () => (columns, rows));
}
