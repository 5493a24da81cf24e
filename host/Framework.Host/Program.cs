using Framework.Host.Commands;
using Framework.Host.Terminal;

return (int)new CommandLine(
[
    new RunCommand(),
    new ValidateCommand(),
    new AuditCommand(),
    new PlanCommand(),
    new ComponentsCommand(),
    new DescribeCommand(),
    new SchemaCommand(),
    new DiffCommand(),
    new ExplainCommand(),
    new NewCommand(),
    new CompletionCommand(),
    new PluginsCommand(),
    new DoctorCommand(),
    new PhantomCommand(),
    new TableCommand(),
    new ConvertCommand(),
    new ShowCommand(),
    new ReportCommand(),
    new WeightsCommand(),
    new PhiScanCommand(),
    new CacheCommand(),
    new PredictCommand(),
    new ExternalCommand(),
    new CompareCommand(),
]).Run(args, HostTerminal.OfProcess);
