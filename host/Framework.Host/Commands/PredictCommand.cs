using System.CommandLine;
using Framework.Host.Bundles;
using Framework.Host.Engines;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>predict RUN --input DIR --out FILE</c>: a finished run's frozen pipeline on other data.</summary>
internal sealed class PredictCommand : HostCommand
{
    private readonly Argument<string> _run = new("RUN") { Description = "A finished run, as 'show' takes it, or a bundle's file" };
    private readonly RunOptions _options = new();
    private readonly Option<string?> _input = new("--input") { Description = "The folder of the data (data.root), or a YAML file whose keys are laid over the experiment's", HelpName = "DIR|FILE" };
    private readonly Option<string> _out = new("--out") { Description = "The table to write, CSV", HelpName = "FILE", Required = true };
    private readonly Option<string?> _stage = new("--stage") { Description = "Whose outputs; the last stage's where not given", HelpName = "NAME" };
    private readonly Option<string?> _variant = RunOptions.MakeVariant();
    private readonly Option<bool> _each = new("--each") { Description = "One row for each case and fold, with outputs as the networks give them, in the form of a run's own tables" };
    private readonly Option<int?> _threads = new("--threads") { Description = "Threads that the tensor library computes with; as many as the run had where not given", HelpName = "N" };

    public PredictCommand()
        : base("predict", "Predicts other data with a finished run: its stages, transforms, weights, calibrations and thresholds as they are")
    {
        Add(_run);
        _options.AddTo(this);
        Add(_input);
        Add(_out);
        Add(_stage);
        Add(_variant);
        Add(_each);
        Add(_threads);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        var arguments = context.Arguments;
        var store = _options.Store(arguments, context.Get<TimeProvider>());
        var name = arguments.GetValue(_run)!;
        using var bundle = Bundle.IsOne(name) ? Bundle.Open(name) : null;
        var folder = bundle?.Folder ?? store.Find(name);
        var variants = ChosenVariants.Of(Load(context, folder, arguments), folder, arguments.GetValue(_variant));
        var settings = RunSettings.Of(folder, _options.Device(arguments), arguments.GetValue(_threads));
        using var interruption = new Interruption(context.Screen);
        var listed = new Dictionary<string, (DataIndex Index, IDataSource Source)>();
        foreach (var variant in variants)
        {
            var model = FrozenModel.Open(folder, variant);
            var stage = Stage(model, arguments.GetValue(_stage));
            NewDataChecks.Check(model.Experiment, stage, arguments.GetValue(_input), _options.Sets(arguments));
            var data = FrozenData.OfNew(model, stage, section => List(section, model.Experiment));
            using var files = new PredictedFiles(ChosenVariants.FileOf(arguments.GetValue(_out)!, variant, variants.Count));
            var ensemble = context.Screen.Track($"predicting {data.Of(stage).Cases.Count:N0} cases", progress =>
                Ensemble.Of(model, stage, new FrozenPrediction(model, new ReadingProgress(model, stage, data, progress).Data, files.FolderOf, settings), interruption.Token));
            foreach (var path in files.Write(ensemble, stage, arguments.GetValue(_each)))
                context.Terminal.Results.WriteLine(path);
        }

        return ExitCode.Done;

        (DataIndex Index, IDataSource Source) List(DataSection section, Experiment experiment)
        {
            var key = section.Source.Canonical;
            if (!listed.ContainsKey(key))
                listed.Add(key, new DataPreparation(store, context.Screen).List(experiment, section, interruption.Token));
            return listed[key];
        }
    }

    private Experiment Load(CommandContext context, RunFolder folder, ParseResult arguments)
    {
        var input = arguments.GetValue(_input);
        var isFolder = input is not null && Directory.Exists(input);
        if (input is not null && !isFolder && !File.Exists(input))
            throw new DataFormatException($"--input: there is no folder and no file '{input}'. Name the folder of the data.");
        string[] sets = ["phantom=null", .. isFolder ? [$"data.root={JsonText.Quote(input!)}"] : Array.Empty<string>(), .. _options.Sets(arguments)];
        return context.Loader.Load(folder.ExperimentFile, sets, isFolder ? null : input).OrThrow();
    }

    private static StageSection Stage(FrozenModel model, string? name) => name is null
        ? model.Experiment.Stages[^1]
        : model.Experiment.Stages.FirstOrDefault(stage => stage.Name == name)
            ?? throw new ExperimentException($"--stage: there is no stage '{name}'. There are {string.Join(", ", model.Experiment.Stages.Select(stage => $"'{stage.Name}'"))}.");
}
