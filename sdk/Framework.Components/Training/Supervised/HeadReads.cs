using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>A model's outputs that note which heads a loss reads: one that no loss reads learns nothing.</summary>
internal sealed class HeadReads : IReadOnlyDictionary<string, torch.Tensor>
{
    private readonly IReadOnlyDictionary<string, torch.Tensor> _heads;
    private readonly HashSet<string> _read = [];

    public HeadReads(ModelOutput output)
    {
        _heads = output.Heads;
        Output = new ModelOutput(this) { Losses = output.Losses, Objects = output.Objects, Features = output.Features };
    }

    /// <summary>What the loss gets.</summary>
    public ModelOutput Output { get; }

    public IEnumerable<string> Keys => _heads.Keys;

    public IEnumerable<torch.Tensor> Values => _heads.Keys.Select(name => this[name]);

    public int Count => _heads.Count;

    public torch.Tensor this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"the model has no output '{key}'");

    /// <summary>Whether there is anything to find out.</summary>
    public bool IsNeeded => _heads.Count > 1;

    /// <summary>After the way back: a head that was not read is fine where all parameters learn from others, as an attention's weights do.</summary>
    /// <exception cref="ExperimentException">Parameters of an unread head get no gradient.</exception>
    public void RequireUse(torch.nn.Module module)
    {
        if (_heads.Keys.FirstOrDefault(name => !_read.Contains(name)) is not { } unread)
            return;
        string[] idle = [.. module.named_parameters().Where(item => item.parameter.requires_grad && item.parameter.grad is null).Select(item => item.name)];
        if (idle.Length > 0)
            throw new ExperimentException(
                $"no loss reads the model's head '{unread}', so that {idle.Length} parameters would learn nothing, '{idle[0]}' the first. Give the head a task of 'multi-task', or leave it out of the model.");
    }

    public bool ContainsKey(string key) => _heads.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out torch.Tensor value)
    {
        _read.Add(key);
        return _heads.TryGetValue(key, out value);
    }

    public IEnumerator<KeyValuePair<string, torch.Tensor>> GetEnumerator() => _heads.Keys.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
