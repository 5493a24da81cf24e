using System.Text;
using static TorchSharp.torch;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>Reads what <c>torch.save</c> writes since PyTorch 1.6: a zip archive of a pickle and one entry for each storage, all of them stored as they are; compressed ones are refused.</summary>
internal sealed class TorchZip
{
    private const string PickleName = "/data.pkl";
    private readonly MappedFile _file;
    private readonly IReadOnlyDictionary<string, ZipEntry> _entries;
    private readonly HashSet<string> _checked = [];
    private readonly string _folder;
    private readonly bool _bigEndian;

    private TorchZip(MappedFile file)
    {
        (_file, _entries) = (file, ZipDirectory.Read(file));
        var pickles = _entries.Keys.Where(name => name.EndsWith(PickleName, StringComparison.Ordinal)).ToList();
        _folder = pickles is [var only]
            ? only[..^PickleName.Length]
            : throw new DataFormatException($"{file.Path}: it is a zip archive, and none of torch.save's: {(pickles.Count == 0 ? "no" : "more than one")} data.pkl is in it. Give a file that torch.save has written.");
        if (_entries.ContainsKey($"{_folder}/constants.pkl"))
            throw new DataFormatException($"{file.Path}: it is a TorchScript archive, which holds a program. Nothing was run. Save its weights alone: torch.save(torch.jit.load(file).state_dict(), 'weights.pth').");
        _bigEndian = ByteOrder() == "big";
    }

    /// <summary>The object that was saved.</summary>
    /// <exception cref="DataFormatException">The file is damaged, or holds more than tensors and plain values.</exception>
    public static object? Read(MappedFile file) => new TorchZip(file).Read();

    private object? Read()
    {
        var entry = Checked(_folder + PickleName);
        if (entry.Length > Pickle.GreatestBytes)
            throw new DataFormatException($"{_file.Path}: its pickle has {entry.Length:N0} bytes, and at most {Pickle.GreatestBytes:N0} are read. Save the weights alone: {Pickle.Remedy}.");
        return new PickleReader(_file, new PickleBytes(_file, entry.Start, entry.Length), new PickleObjects(_file, Storage)).Read();
    }

    private PickledStorage Storage(string key, ScalarType type, long elements)
    {
        var entry = Checked($"{_folder}/data/{key}");
        var storage = new PickledStorage(type, elements, entry.Start, _bigEndian);
        return storage.Bytes <= entry.Length
            ? storage
            : throw _file.Damaged($"storage '{key}' should have {storage.Bytes:N0} bytes and has {entry.Length:N0}");
    }

    /// <summary>Since PyTorch 2.1 a file says its byte order; before, it was taken for little-endian.</summary>
    private string ByteOrder()
    {
        const int longest = 16;
        var name = $"{_folder}/byteorder";
        if (!_entries.ContainsKey(name))
            return "little";
        var entry = Checked(name);
        var order = Encoding.ASCII.GetString(_file.Bytes(entry.Start, (int)Math.Min(longest, entry.Length)));
        return order is "little" or "big" ? order : throw _file.Damaged($"its byte order is '{order}', neither little nor big");
    }

    private ZipEntry Checked(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw _file.Damaged($"there is no '{name}' in it");
        if (!entry.IsStored)
            throw new DataFormatException($"{_file.Path}: its entry '{name}' is compressed or encrypted; torch.save stores entries as they are. Save the weights again with torch.save: {Pickle.Remedy}.");
        if (_checked.Add(name) && Crc32.Of(_file, entry.Start, entry.Length) != entry.Crc)
            throw _file.Damaged($"the checksum of '{name}' does not fit its bytes");
        return entry;
    }
}
