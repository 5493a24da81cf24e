using System.CommandLine;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>A command of the program. Its constructor adds arguments and options; nothing else happens before it runs.</summary>
internal abstract class HostCommand(string name, string description) : Command(name, description)
{
    /// <summary>Whether the command goes on with failed plugins because it shows them itself.</summary>
    public virtual bool ShowsFailedPlugins => false;

    /// <summary>Does the work.</summary>
    /// <exception cref="FrameworkException">It cannot be done; the message is shown and its exit code returned.</exception>
    public abstract ExitCode Run(CommandContext context);
}
