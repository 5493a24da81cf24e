namespace Framework.Host.Terminal;

/// <summary>How much a line for people matters.</summary>
internal enum TerminalLevel
{
    /// <summary>What goes on.</summary>
    Information,

    /// <summary>What needs attention; the work goes on.</summary>
    Warning,

    /// <summary>What is wrong.</summary>
    Error,
}
