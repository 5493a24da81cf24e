using TorchSharp;

namespace Framework.Sdk;

/// <summary>Named outputs of a forward pass.</summary>
/// <param name="heads">The outputs by name; a classifier's single one is <c>logits</c>.</param>
public sealed class ModelOutput(IReadOnlyDictionary<string, torch.Tensor> heads)
{
    /// <summary>The name of a classifier's single output.</summary>
    public const string LogitsName = "logits";

    private static readonly Dictionary<string, torch.Tensor> None = [];

    /// <summary>Makes an output with the single head <c>logits</c>.</summary>
    /// <param name="logits">(case, label).</param>
    public ModelOutput(torch.Tensor logits)
        : this(new Dictionary<string, torch.Tensor> { [LogitsName] = logits })
    {
    }

    /// <summary>All outputs by name.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Heads { get; } = heads;

    /// <summary>
    /// Losses that the model works out itself, scalars by name: a detector's, while its module is in training mode. Empty for all others.
    /// </summary>
    public IReadOnlyDictionary<string, torch.Tensor> Losses { get; init; } = None;

    /// <summary>One feature vector a case, (case, feature): what the last layer sees. Null where the model has none for whole cases.</summary>
    public torch.Tensor? Features { get; init; }

    /// <summary>What a detector found, one for each case, while its module is in evaluation mode; null for all others.</summary>
    public IReadOnlyList<ImageObjects>? Objects { get; init; }

    /// <summary>The single classifier output, (case, label), before any sigmoid or softmax.</summary>
    public torch.Tensor Logits => Heads.TryGetValue(LogitsName, out var logits)
        ? logits
        : throw new KeyNotFoundException($"the model has no output '{LogitsName}'; it has {(Heads.Count == 0 ? "none" : string.Join(", ", Heads.Keys.Select(name => $"'{name}'")))}");
}
