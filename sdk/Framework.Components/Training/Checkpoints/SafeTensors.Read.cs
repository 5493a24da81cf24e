using TorchSharp;

namespace Framework.Components.Training.Checkpoints;

public static partial class SafeTensors
{
    /// <summary>Reads a whole file onto the CPU.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="DataFormatException">The file is not there, cut off, damaged or not of this format.</exception>
    public static SafeTensorsContent Read(string file)
    {
        if (!File.Exists(file))
            throw new DataFormatException($"{file}: no such file. Give the path of a safetensors file.");
        using var stream = File.OpenRead(file);
        return Read(stream, file);
    }

    /// <summary>Reads a whole file onto the CPU.</summary>
    /// <param name="stream">Can seek; read from its start.</param>
    /// <param name="name">How messages name the file.</param>
    /// <exception cref="DataFormatException">The file is cut off, damaged or not of this format.</exception>
    public static SafeTensorsContent Read(Stream stream, string name)
    {
        var prefix = new byte[SafeTensorsHeader.PrefixBytes];
        var read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        var json = new byte[SafeTensorsHeader.LengthOf(prefix.AsSpan(0, read), stream.Length, name)];
        stream.ReadExactly(json);
        var header = SafeTensorsHeader.Parse(json, stream.Length, name);
        var tensors = new Dictionary<string, torch.Tensor>();
        var content = new SafeTensorsContent(header.Metadata, tensors);
        try
        {
            foreach (var entry in header.Entries)
                tensors.Add(entry.Name, ReadTensor(stream, entry, header.DataStart));
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static torch.Tensor ReadTensor(Stream stream, SafeTensorsEntry entry, long dataStart)
    {
        var tensor = torch.empty(entry.Shape, dtype: entry.Type).DetachFromDisposeScope();
        stream.Position = dataStart + entry.Start;
        stream.ReadExactly(tensor.bytes);
        return tensor;
    }
}
