using System.CommandLine;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>explain FILE</c>: an experiment in sentences, with what it costs.</summary>
internal sealed class ExplainCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment" };
    private readonly RunOptions _options = new();
    private readonly RankOptions _ranks = new("Tells what it costs where so many processes of this machine train together");

    public ExplainCommand()
        : base("explain", "Tells an experiment in sentences: what is read, how it is divided, what each stage does, what it costs")
    {
        Add(_file);
        _options.AddTo(this);
        _ranks.AddTo(this);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, _options.Sets(arguments)).OrThrow();
        var paragraphs = new Paragraphs(context.Terminal.Results, context.Terminal.ResultWidth);
        foreach (var (section, words) in new ExperimentStory(experiment, new XmlDocs()).Tell())
            paragraphs.Write(section, words);
        var store = _options.Store(arguments, TimeProvider.System);
        var preflight = new Preflight(context.Plugins.Catalogue, store, context.Screen, _options.Device(arguments)) { Ranks = _ranks.Asked(arguments) ?? 1 };
        var report = preflight.Check(experiment, CancellationToken.None);
        foreach (var (name, value) in report.Facts)
            paragraphs.Write(name, value);
        foreach (var problem in report.Problems)
            context.Terminal.Error(problem.ToString());
        if (report.Failures.Count > 0)
            return report.Failures[0].ExitCode;
        return ExitCode.Done;
    }
}
