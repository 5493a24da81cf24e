using Framework.Host.Commands;
using Framework.Host.Terminal;

return (int)new CommandLine(
[
    new ValidateCommand(),
    new ComponentsCommand(),
    new DescribeCommand(),
    new PluginsCommand(),
    new PhantomCommand(),
]).Run(args, HostTerminal.OfProcess);
