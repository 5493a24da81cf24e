namespace TorchSharp.Modules;

/// <summary>A tensor in an optimizer's file: element type, shape, and the elements in row-major order.</summary>
internal static class StoredTensor
{
    public static void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        var values = tensor.detach().cpu().contiguous();
        writer.Write((byte)values.dtype);
        writer.Write(values.shape.Length);
        foreach (var size in values.shape)
            writer.Write(size);
        writer.Write(values.bytes);
    }

    public static torch.Tensor Read(BinaryReader reader)
    {
        var type = (torch.ScalarType)reader.ReadByte();
        var shape = new long[reader.ReadInt32()];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.ReadInt64();
        var tensor = torch.empty(shape, dtype: type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }
}
