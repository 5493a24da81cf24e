using Framework.Components.Explaining;
using TorchSharp;

namespace Framework.Host.Explaining;

/// <summary>The maps of the chosen cases, by the networks that predicted them, and what other networks' maps have in common with them.</summary>
internal sealed class MapsOfCases(int count)
{
    private readonly (MapEntry Entry, torch.Tensor Map, MapSimilarity? Randomised)?[] _own = new (MapEntry, torch.Tensor, MapSimilarity?)?[count];
    private readonly List<MapSimilarity>[] _folds = [.. Enumerable.Range(0, count).Select(_ => new List<MapSimilarity>())];

    /// <summary>Keeps a case's own map.</summary>
    public void SetOwn(int at, (MapEntry Entry, torch.Tensor Map, MapSimilarity? Randomised) own) => _own[at] = own;

    /// <summary>Compares another network's map, made here and let go.</summary>
    public void Compare(int at, Func<torch.Tensor> other)
    {
        if (_own[at] is not { } own)
            return;
        using var map = other();
        _folds[at].Add(MapSimilarity.Of(own.Map, map));
    }

    /// <summary>The entries, in the order of the choice.</summary>
    public List<MapEntry> Entries() =>
        [.. _own.Index().Where(pair => pair.Item is not null).Select(pair => pair.Item!.Value.Entry.With(pair.Item!.Value.Randomised, _folds[pair.Index]))];
}
