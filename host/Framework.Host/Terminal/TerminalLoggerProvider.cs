using Microsoft.Extensions.Logging;

namespace Framework.Host.Terminal;

/// <summary>Log lines of components among the other lines for people.</summary>
internal sealed class TerminalLoggerProvider(HostTerminal terminal) : ILoggerProvider
{
    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Logger(terminal, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private sealed class Logger(HostTerminal terminal, string component) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var cause = exception is null ? "" : $" {exception.Message}";
            var text = $"{component}: {formatter(state, exception)}{cause}";
            if (logLevel >= LogLevel.Error)
                terminal.Fault(text);
            else if (logLevel == LogLevel.Warning)
                terminal.Warn(text);
            else
                terminal.Line(text);
        }
    }
}
