using Microsoft.Extensions.Logging;

namespace Framework.Components.Models;

/// <summary>Makes a classifier, whole or without its last layers, and loads the weights that its options name.</summary>
public abstract class ClassifierFactory : IEncoderFactory
{
    private static readonly Dictionary<string, int> NoOutputs = [];

    private readonly string _component;
    private readonly ClassifierOptions _options;
    private readonly ILogger? _log;

    private protected ClassifierFactory(string component, ClassifierOptions options, ILogger? log)
    {
        options.RequireHeads(component);
        (_component, _options, _log) = (component, options, log);
    }

    /// <inheritdoc />
    public bool IsPretrained => _options.Pretrained is not null;

    /// <inheritdoc />
    public IModel Create(ModelContext context) => new ClassifierModel(Make(context.InputShape, _options.OutputsFor(context.Labels), context.Pretrained));

    /// <inheritdoc />
    public IEncoder CreateEncoder(IReadOnlyList<int> inputShape, bool pretrained = true) => _options.Heads is null
        ? new ClassifierEncoder(Make(inputShape, NoOutputs, pretrained))
        : throw new ExperimentException($"'{_component}' is an encoder here, which has no outputs of its own. Leave 'heads' out.");

    /// <summary>The network with initial weights.</summary>
    /// <param name="space">Of the images.</param>
    /// <param name="channels">Of the images.</param>
    /// <param name="outputs">The number of outputs of each name.</param>
    private protected abstract Classifier Network(Space space, int channels, IReadOnlyDictionary<string, int> outputs);

    /// <summary>What weights files call its parts.</summary>
    private protected abstract NetworkNames Names(Space space);

    private Classifier Make(IReadOnlyList<int> inputShape, IReadOnlyDictionary<string, int> outputs, bool pretrained)
    {
        var space = Space.Of(inputShape, _component);
        var network = Network(space, inputShape[0], outputs);
        _options.Load(network, Names(space), pretrained, _log, isEncoder: outputs.Count == 0);
        return network;
    }
}
