using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Features of each view side by side, and linear layers on them.</summary>
/// <remarks>Parameters: <c>views_0.*</c>, <c>views_1.*</c>... under the encoder's own names, and <c>heads.NAME</c>.</remarks>
internal sealed class MultiView : nn.Module<Batch, ModelOutput>
{
    private readonly ModuleDict<Linear> heads = new();
    private readonly Dropout? dropout;
    private readonly IReadOnlyList<IEncoder> _views;
    private readonly IReadOnlyList<string> _names;

    public MultiView(IReadOnlyList<IEncoder> views, IReadOnlyDictionary<string, int> outputs, double share) : base(nameof(MultiView))
    {
        (_views, _names) = (views, [.. outputs.Keys]);
        for (var i = 0; i < views.Count; i++)
            register_module($"views_{i}", views[i].Module);
        foreach (var (name, count) in outputs)
            heads.Add(name, nn.Linear(views.Sum(view => view.Features), count));
        dropout = share > 0 ? nn.Dropout(share) : null;
        RegisterComponents();
    }

    public override ModelOutput forward(Batch batch)
    {
        using var scope = NewDisposeScope();
        var parts = batch.Image.chunk(_views.Count, 1);
        var joined = cat([.. _views.Select((view, i) => view.Encode(parts[i]))], 1);
        var features = dropout?.call(joined) ?? joined;
        return new ModelOutput(_names.ToDictionary(name => name, name => heads[name].call(features).MoveToOuterDisposeScope()));
    }
}
