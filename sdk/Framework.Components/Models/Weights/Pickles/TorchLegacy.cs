using System.Buffers.Binary;
using System.Numerics;
using static TorchSharp.torch;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>Reads what <c>torch.save</c> wrote before PyTorch 1.6: pickles of a magic number, a version, the machine, the object and the storages' keys, then the storages.</summary>
/// <remarks>The storages are little-endian whatever the machine was: torch.save turned them.</remarks>
internal sealed class TorchLegacy
{
    private const long Version = 1001;
    private static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);
    private readonly MappedFile _file;
    private readonly Dictionary<string, PickledStorage> _storages = [];
    private long _position;

    private TorchLegacy(MappedFile file) => _file = file;

    /// <summary>The object that was saved.</summary>
    /// <exception cref="DataFormatException">The file is damaged, or holds more than tensors and plain values.</exception>
    public static object? Read(MappedFile file) => new TorchLegacy(file).Read();

    private object? Read()
    {
        if (ReadPickle(NoStorage) is not BigInteger magic || magic != Magic)
            throw new DataFormatException($"{_file.Path}: it is a pickle, and none of torch.save's. Save the weights with torch.save: {Pickle.Remedy}.");
        if (ReadPickle(NoStorage) is not Version || ReadPickle(NoStorage) is not PickledDictionary)
            throw _file.Damaged("it does not say the version and the machine it was saved with");

        // The storages lie behind the object that refers to them: it is read once to learn of them and again when their places are known.
        var beginning = _position;
        ReadPickle(Note);
        if (ReadPickle(NoStorage) is not List<object?> keys)
            throw _file.Damaged("it does not list its storages");
        foreach (var key in keys)
            Place(key as string ?? "");
        if (_storages.FirstOrDefault(storage => storage.Value.Start < 0).Key is { } unplaced)
            throw _file.Damaged($"it does not hold storage '{unplaced}'");
        _position = beginning;
        return ReadPickle((key, _, _) => _storages[key]);
    }

    private object? ReadPickle(Func<string, ScalarType, long, PickledStorage> storage)
    {
        var bytes = new PickleBytes(_file, _position, Math.Min(Pickle.GreatestBytes, _file.Length - _position));
        var value = new PickleReader(_file, bytes, new PickleObjects(_file, storage)).Read();
        _position = bytes.Position;
        return value;
    }

    private PickledStorage Note(string key, ScalarType type, long elements)
    {
        if (!_storages.TryGetValue(key, out var known))
            _storages.Add(key, known = new PickledStorage(type, elements, Start: -1));
        return (known.Type, known.Elements) == (type, elements) ? known : throw _file.Damaged($"storage '{key}' is described in two ways");
    }

    private void Place(string key)
    {
        if (!_storages.TryGetValue(key, out var storage) || storage.Start >= 0)
            throw _file.Damaged($"it lists a storage '{key}' that no tensor needs, or lists it twice");
        var elements = BinaryPrimitives.ReadInt64LittleEndian(_file.Bytes(_position, sizeof(long)));
        if (elements != storage.Elements)
            throw _file.Damaged($"storage '{key}' should have {storage.Elements:N0} elements and has {elements:N0}");
        _storages[key] = storage with { Start = _position + sizeof(long) };
        _position += sizeof(long) + storage.Bytes;
        if (_position > _file.Length)
            throw _file.Damaged($"it ends within storage '{key}'");
    }

    private PickledStorage NoStorage(string key, ScalarType type, long elements) => throw _file.Damaged($"it refers to storage '{key}' where none belongs");
}
