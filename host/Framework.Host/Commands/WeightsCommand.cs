using System.CommandLine;
using Framework.Components.Models.Weights;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary><c>weights FILE</c>: what a file of weights holds, and whether a model would take it.</summary>
internal sealed class WeightsCommand : HostCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A safetensors or PyTorch file" };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Loads the file into this model, as 'pretrained' would, and says what matched",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "With --model: an option of the model, as 'framework describe' lists them",
        HelpName = "KEY=VALUE",
    };

    private readonly Option<string> _input = new("--input")
    {
        Description = "With --model: channels and size of an image",
        HelpName = "C,[Z,]Y,X",
        DefaultValueFactory = _ => "3,224,224",
    };

    private readonly Option<int> _labels = new("--labels")
    {
        Description = "With --model: number of labels",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private readonly Option<bool> _json = CommandOptions.Json();

    public WeightsCommand()
        : base("weights", "Shows what a file of weights holds, and whether a model would take it")
    {
        Add(_file);
        foreach (var option in new Option[] { _model, _sets, _input, _labels, _json })
            Add(option);
    }

    /// <inheritdoc />
    public override ExitCode Run(CommandContext context)
    {
        CommandOptions.RequireWith(context.Arguments, _model, _sets, _input, _labels);
        var path = context.Arguments.GetValue(_file)!;
        using (var file = WeightsFile.Open(path))
        {
            if (context.Arguments.GetValue(_json))
                WeightsListing.WriteJson(context.Terminal.Results, file);
            else
                foreach (var line in WeightsListing.Lines(file, context.Terminal.ResultWidth))
                    context.Terminal.Results.WriteLine(line);
        }

        if (context.Arguments.GetValue(_model) is { } model)
            Match(context, model, path);
        return ExitCode.Done;
    }

    /// <summary>Makes the model as an experiment would: what does not fit is its own error, what fits stands in its own log.</summary>
    private void Match(CommandContext context, string model, string path)
    {
        string[] sets = [.. context.Arguments.GetValue(_sets) ?? [], $"pretrained={Path.GetFullPath(path)}"];
        var factory = context.Binding.Bind<IModelFactory>(model, sets).Instance;
        var labels = Enumerable.Range(0, Math.Max(1, context.Arguments.GetValue(_labels))).Select(i => $"label{i}").ToArray();
        factory.Create(new ModelContext { InputShape = Shape(context.Arguments.GetValue(_input)!), Labels = labels }).Dispose();
        context.Terminal.Line($"'{model}' takes these weights");
    }

    private static int[] Shape(string text)
    {
        var sizes = text.Split(',').Select(part => int.TryParse(part, out var size) && size > 0 ? size : 0).ToArray();
        return sizes.Length is 3 or 4 && !sizes.Contains(0)
            ? sizes
            : throw new ExperimentException($"--input: '{text}' is no shape. Give channels and size, such as 3,224,224 or 1,96,96,96.");
    }
}
