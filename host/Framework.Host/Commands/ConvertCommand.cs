using System.CommandLine;
using System.Globalization;
using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>convert FILE</c>: the images of an experiment's cases as NIfTI files, with a table that <c>cohort</c> reads.</summary>
internal sealed class ConvertCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The experiment, of which only 'data' counts" };
    private readonly Option<string> _out = new("--out") { Description = "The folder to fill: cohort.csv and images/", HelpName = "DIR", Required = true };
    private readonly RunOptions _options = new();

    public ConvertCommand()
        : base("convert", "Writes every case's images as NIfTI, such as the chosen DICOM series, with a table of the cases")
    {
        Add(_file);
        Add(_out);
        _options.AddTo(this);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var store = _options.Store(arguments, TimeProvider.System).MakeWritable();
        var experiment = context.Loader.Load(arguments.GetValue(_file)!, _options.Sets(arguments)).OrThrow();
        var cohort = new NiftiCohort(arguments.GetValue(_out)!, _out.Name);
        using var interruption = new Interruption(context.Screen);
        try
        {
            if (experiment.Phantom is { } phantom)
                new PhantomCohort(phantom, context.Screen).Write(interruption.Token);
            var (index, source) = new DataPreparation(store, context.Screen).List(experiment, experiment.Data, interruption.Token);
            var files = context.Screen.Track("writing NIfTI", progress => cohort.Write(index, source, progress, interruption.Token));
            context.Screen.Line(string.Create(CultureInfo.InvariantCulture, $"{cohort.Table}: {index.Cases.Count:N0} cases, {files:N0} images"));
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is { } code)
        {
            return code;
        }
    }
}
