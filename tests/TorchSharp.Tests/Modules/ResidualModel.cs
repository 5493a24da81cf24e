using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

/// <summary>A small model with every kind of part: fields, a nested row, a list, a buffer.</summary>
internal sealed class ResidualModel : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> stem;
    private readonly TorchSharp.Modules.Sequential body;
    private readonly TorchSharp.Modules.ModuleList<nn.Module<Tensor, Tensor>> heads;
    private readonly TorchSharp.Modules.Parameter scale;
    private readonly Tensor shift;

    public ResidualModel() : base(nameof(ResidualModel))
    {
        stem = nn.Conv2d(1, 4, 3, padding: 1, bias: false);
        body = nn.Sequential(("norm", nn.BatchNorm2d(4)), ("relu", nn.ReLU()));
        heads = nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.Conv2d(4, 2, 1), nn.Conv2d(4, 2, 1));
        scale = nn.Parameter(ones(1));
        shift = zeros(1);
        RegisterComponents();
    }

    public static string[] Names { get; } =
    [
        "scale", "shift", "stem.weight",
        "body.norm.weight", "body.norm.bias", "body.norm.running_mean", "body.norm.running_var", "body.norm.num_batches_tracked",
        "heads.0.weight", "heads.0.bias", "heads.1.weight", "heads.1.bias",
    ];

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = body.call(stem.call(input));
        return (heads[0].call(features) + heads[1].call(features) * scale + shift).MoveToOuterDisposeScope();
    }
}
