using static TorchSharp.torch;

namespace Framework.Components.Models.Weights;

/// <summary>Compares a network with a file of weights by names and shapes, and copies what fits.</summary>
internal sealed class WeightsMatch
{
    private const string Counter = "num_batches_tracked";
    private readonly PretrainedRequest _request;
    private readonly WeightsFile _file;
    private readonly Dictionary<string, Tensor> _own;
    private readonly Dictionary<string, StoredTensor> _stored = [];
    private readonly List<(StoredTensor From, Tensor To)> _copies = [];
    private readonly List<string> _matched = [];
    private readonly List<string> _fresh = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _otherShape = [];
    private readonly List<string> _leftOver = [];
    private readonly List<string> _notes;
    private (StoredTensor From, Tensor To)? _adapted;

    public WeightsMatch(nn.Module network, WeightsFile file, PretrainedRequest request)
    {
        (_file, _request, _notes) = (file, request, [.. file.Notes]);
        _own = network.state_dict();
        Name();
        foreach (var (name, tensor) in _own)
            Place(name, tensor);
        Conversions();
    }

    public WeightsReport Report => new()
    {
        File = _file.Path,
        Matched = _matched,
        Missing = _missing,
        LeftOver = _leftOver,
        OtherShape = _otherShape,
        Fresh = _fresh,
        Notes = _notes,
    };

    /// <summary>What would make the weights fit.</summary>
    public string Remedy
    {
        get
        {
            List<string> differences = [.. _missing, .. _leftOver, .. _otherShape];
            var heads = _request.Head == HeadWeights.Keep ? differences.Count(IsHead) : 0;
            var first = _request.FirstConvolution == FirstConvolution.Strict ? _otherShape.Count(IsFirst) : 0;
            if (heads + first < differences.Count)
                return "Give the weights of the same architecture, depth and width.";
            var remedies = new List<string>();
            if (heads > 0)
                remedies.Add("Set 'head: new' to start the last layer afresh.");
            if (first > 0)
                remedies.Add("Set 'first_convolution: average' or 'repeat' for another number of channels.");
            return string.Join(' ', remedies);
        }
    }

    /// <summary>Copies every tensor that fits.</summary>
    public void Copy()
    {
        foreach (var (from, to) in _copies)
            from.CopyTo(to);
        if (_adapted is var (first, own))
            ChannelAdaption.Copy(first, own, _request.FirstConvolution);
    }

    /// <summary>Brings the file's names to the network's.</summary>
    private void Name()
    {
        var prefix = _own.Keys.All(name => name.StartsWith(_file.Prefix, StringComparison.Ordinal)) ? _file.Prefix : "";
        var renamed = 0;
        foreach (var (stored, tensor) in _file.Tensors)
        {
            var name = prefix + stored;
            if (!_own.ContainsKey(name) && FormerNames.Today(name) is { } today && _own.ContainsKey(today))
                (name, renamed) = (today, renamed + 1);
            if (!_stored.TryAdd(name, tensor) || (!_own.ContainsKey(name) && !IsLeftAside(name)))
                _leftOver.Add(name);
        }

        if (renamed > 0)
            _notes.Add($"names of an earlier torchvision, read as today's: {renamed:N0}");
    }

    private void Place(string name, Tensor tensor)
    {
        if (_request.Head == HeadWeights.New && IsHead(name))
            _fresh.Add(name);
        else if (_stored.TryGetValue(name, out var stored))
            Place(name, tensor, stored);
        else if (!IsCounter(name))
            _missing.Add(name);
    }

    private void Place(string name, Tensor tensor, StoredTensor stored)
    {
        if (stored.Shape.SequenceEqual(tensor.shape))
        {
            _matched.Add(name);
            _copies.Add((stored, tensor));
        }
        else if (name == _request.FirstConvolutionName && _request.FirstConvolution != FirstConvolution.Strict && ChannelAdaption.Fits(stored.Shape, tensor.shape))
        {
            _matched.Add(name);
            _adapted = (stored, tensor);
            _notes.Add($"{name}: {(_request.FirstConvolution == FirstConvolution.Average ? "averaged" : "repeated")} from {stored.Shape[1]} to {tensor.shape[1]} channels");
        }
        else
        {
            _otherShape.Add($"{name}: {Shape(stored.Shape)} in the file, {Shape(tensor.shape)} in the network");
        }
    }

    private void Conversions()
    {
        foreach (var kind in _copies.Where(copy => copy.From.Type != copy.To.dtype).GroupBy(copy => (copy.From.Type, copy.To.dtype)))
            _notes.Add($"converted from {kind.Key.Type} to {kind.Key.dtype}: {kind.Count():N0}");
    }

    private bool IsLeftAside(string name) => IsCounter(name) || (_request.Head == HeadWeights.New && IsHead(name));

    private bool IsHead(string name) => _request.HeadNames.Any(head => name.StartsWith(head, StringComparison.Ordinal));

    private bool IsFirst(string difference) => _request.FirstConvolutionName is { } first && difference.StartsWith(first + ":", StringComparison.Ordinal);

    private static bool IsCounter(string name) => name.EndsWith(Counter, StringComparison.Ordinal);

    private static string Shape(IEnumerable<long> shape) => $"({string.Join(", ", shape)})";
}
