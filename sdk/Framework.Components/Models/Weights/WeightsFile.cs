using Framework.Components.Models.Weights.Pickles;
using Framework.Components.Training.Checkpoints;

namespace Framework.Components.Models.Weights;

/// <summary>A file of weights, open: which tensors it holds under which names. The elements stay in the file until they are copied.</summary>
/// <remarks>Reads safetensors and PyTorch's files, by their first bytes, whatever they are called. Nothing in a file is ever executed.</remarks>
public sealed class WeightsFile : IDisposable
{
    private readonly MappedFile _map;

    private WeightsFile(MappedFile map, WeightsFormat format, NamedTensors content)
    {
        (_map, Format) = (map, format);
        (var named, Prefix) = Wrapping.Strip(content);
        (Tensors, Notes) = (named.Tensors, named.Notes);
    }

    /// <summary>Its path.</summary>
    public string Path => _map.Path;

    /// <summary>How it is written.</summary>
    public WeightsFormat Format { get; }

    /// <summary>Tensors by name in the file's order, wrappings taken off.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors { get; }

    /// <summary>Which wrappings were taken off, and what else the file holds; one sentence each without its full stop.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What was taken off every name; empty where nothing was.</summary>
    internal string Prefix { get; }

    /// <summary>Opens a file and checks it.</summary>
    /// <param name="path">The file; it must not be cut short while it is open.</param>
    /// <exception cref="DataFormatException">It is not there, damaged, of another format, or holds more than tensors and plain values.</exception>
    public static WeightsFile Open(string path)
    {
        var map = MappedFile.Open(path);
        try
        {
            var format = FormatOf(map);
            return new WeightsFile(map, format, format switch
            {
                WeightsFormat.PyTorchZip => Wrapping.Open(map, TorchZip.Read(map)),
                WeightsFormat.PyTorchLegacy => Wrapping.Open(map, TorchLegacy.Read(map)),
                _ => OfSafeTensors(map),
            });
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _map.Dispose();

    private static WeightsFormat FormatOf(MappedFile map)
    {
        var start = map.Bytes(0, (int)Math.Min(9, map.Length));
        if (start.StartsWith("PK\x03\x04"u8))
            return WeightsFormat.PyTorchZip;
        if (start.Length > 1 && start[0] == 0x80)
            return WeightsFormat.PyTorchLegacy;
        return start.Length == 9 && start[8] == '{'
            ? WeightsFormat.SafeTensors
            : throw new DataFormatException($"{map.Path}: it is neither a safetensors file nor one of PyTorch's: neither begins like this. Give a .safetensors or .pth file.");
    }

    private static NamedTensors OfSafeTensors(MappedFile map)
    {
        var length = SafeTensorsHeader.LengthOf(map.Bytes(0, SafeTensorsHeader.PrefixBytes), map.Length, map.Path);
        var header = SafeTensorsHeader.Parse(map.Bytes(SafeTensorsHeader.PrefixBytes, length).ToArray(), map.Length, map.Path);
        return new NamedTensors(
            header.Entries.Select(entry => KeyValuePair.Create(entry.Name, new StoredTensor(
                map, new TensorPlace(header.DataStart + entry.Start, entry.Type), entry.Shape, StoredTensor.ContiguousStrides(entry.Shape)))), []);
    }
}
