using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Framework.Host.Commands;

/// <summary>The container: what components may ask for in their constructors, and the parts of the host.</summary>
internal static class HostServices
{
    /// <summary>Builds the host without configuration files, watchers or environment: an experiment says everything.</summary>
    public static IHost Build(PluginSet plugins, HostTerminal terminal, bool verbose)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ApplicationName = "framework" });
        builder.Logging.SetMinimumLevel(verbose ? LogLevel.Debug : LogLevel.Information).AddProvider(new TerminalLoggerProvider(terminal));
        builder.Services
            .AddSingleton(plugins)
            .AddSingleton(plugins.Catalogue)
            .AddSingleton(terminal)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ExperimentLoader>();
        return builder.Build();
    }
}
