using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Terminal;
using Framework.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Framework.Host.Commands;

/// <summary>What a command works with. Plugins are loaded, and the host is built, when they are first asked for.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly Lazy<PluginSet> _plugins;
    private readonly Lazy<IHost> _host;
    private readonly Lazy<IRunScreen> _screen;

    public CommandContext(ParseResult arguments, HostTerminal terminal, IReadOnlyList<string> pluginFolders, bool verbose)
    {
        Arguments = arguments;
        Terminal = terminal;
        PluginFolders = pluginFolders;
        _plugins = new(() => Load(pluginFolders));
        _screen = new(() => terminal.IsInteractive && !terminal.IsQuiet
            ? new TerminalScreen(terminal, TimeProvider.System)
            : new PlainScreen(terminal, TimeProvider.System));
        _host = new(() => HostServices.Build(Plugins, terminal, verbose));
    }

    /// <summary>The command line.</summary>
    public ParseResult Arguments { get; }

    /// <summary>Where people and programs read.</summary>
    public HostTerminal Terminal { get; }

    /// <summary>The folders of <c>--plugins</c>.</summary>
    public IReadOnlyList<string> PluginFolders { get; }

    /// <summary>Shows what a run does.</summary>
    public IRunScreen Screen => _screen.Value;

    /// <summary>Every plugin, loaded or failed.</summary>
    /// <exception cref="PluginException">One failed that the user named, and the command does not show such failures itself.</exception>
    public PluginSet Plugins => _plugins.Value;

    /// <summary>Loads experiments.</summary>
    public ExperimentLoader Loader => new(Plugins, _host.Value.Services);

    /// <summary>Binds options that stand in no file.</summary>
    public ComponentBinding Binding => new(Plugins, _host.Value.Services);

    /// <summary>A part of the host.</summary>
    public T Get<T>() where T : notnull => _host.Value.Services.GetRequiredService<T>();

    /// <inheritdoc />
    public void Dispose()
    {
        if (_host.IsValueCreated)
            _host.Value.Dispose();
        if (_screen is { IsValueCreated: true, Value: IDisposable screen })
            screen.Dispose();
    }

    private PluginSet Load(IReadOnlyList<string> folders)
    {
        var plugins = HostPlugins.Load(folders);
        if (Arguments.CommandResult.Command is not HostCommand { ShowsFailedPlugins: true })
            HostPlugins.Judge(plugins, Terminal);
        return plugins;
    }
}
