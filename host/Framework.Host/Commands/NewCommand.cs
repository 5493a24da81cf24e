using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>new</c>: what a person begins with.</summary>
internal sealed class NewCommand : HostCommand
{
    public NewCommand()
        : base("new", "Begins an experiment or a plugin")
    {
        Add(new NewExperimentCommand());
        Add(new NewPluginCommand());
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context) =>
        throw new ExperimentException("'framework new' needs what to begin. `framework new --help` lists it.");
}
