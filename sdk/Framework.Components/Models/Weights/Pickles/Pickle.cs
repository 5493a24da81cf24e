using System.Collections.Frozen;
using static TorchSharp.torch;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>What may stand in a pickle of PyTorch's: these names mean data here, whatever they are in Python; every other is refused.</summary>
internal static class Pickle
{
    public const string Remedy = "torch.save(model.state_dict(), 'weights.pth')";

    /// <summary>The longest pickle that is read, without the tensors' elements. A tensor takes about 150 bytes of it; a byte of a hostile one may take 50 of memory.</summary>
    public const long GreatestBytes = 16 << 20;

    private static readonly FrozenDictionary<string, PickledGlobal> Known = new Dictionary<string, PickledGlobal>
    {
        ["collections.OrderedDict"] = new(PickledMeaning.Dictionary),
        ["torch._utils._rebuild_tensor"] = new(PickledMeaning.Tensor),
        ["torch._utils._rebuild_tensor_v2"] = new(PickledMeaning.Tensor),
        ["torch._utils._rebuild_parameter"] = new(PickledMeaning.Parameter),
        ["torch.Size"] = new(PickledMeaning.FirstArgument),
        ["torch.device"] = new(PickledMeaning.FirstArgument),
        ["_codecs.encode"] = new(PickledMeaning.FirstArgument),
        ["torch.DoubleStorage"] = Storage(ScalarType.Float64),
        ["torch.FloatStorage"] = Storage(ScalarType.Float32),
        ["torch.HalfStorage"] = Storage(ScalarType.Float16),
        ["torch.BFloat16Storage"] = Storage(ScalarType.BFloat16),
        ["torch.LongStorage"] = Storage(ScalarType.Int64),
        ["torch.IntStorage"] = Storage(ScalarType.Int32),
        ["torch.ShortStorage"] = Storage(ScalarType.Int16),
        ["torch.CharStorage"] = Storage(ScalarType.Int8),
        ["torch.ByteStorage"] = Storage(ScalarType.Byte),
        ["torch.BoolStorage"] = Storage(ScalarType.Bool),
    }.Concat(new[] { "float64", "double", "float32", "float", "float16", "half", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool" }
        .Select(type => KeyValuePair.Create($"torch.{type}", new PickledGlobal(PickledMeaning.Value)))).ToFrozenDictionary();

    /// <summary>What a name means.</summary>
    /// <exception cref="DataFormatException">It is not among those that mean data.</exception>
    public static PickledGlobal Global(string file, string module, string name)
    {
        var full = $"{module}.{name}";
        if (Known.TryGetValue(full, out var known))
            return known;
        var isModule = module.StartsWith("torch.nn.", StringComparison.Ordinal) || module.StartsWith("torchvision.models.", StringComparison.Ordinal);
        var what = isModule ? "it is a pickled whole module: it names" : "it names";
        throw new DataFormatException(
            $"{file}: {what} '{full}', which is neither a tensor nor a plain value; only Python could make one of it, by running code. "
            + $"Nothing was run. Save the weights alone, where the file comes from: {Remedy}.");
    }

    private static PickledGlobal Storage(ScalarType type) => new(PickledMeaning.Storage) { Type = type };
}
