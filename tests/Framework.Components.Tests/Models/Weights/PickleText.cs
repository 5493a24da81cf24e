using System.Text;

namespace Framework.Components.Tests.Models.Weights;

/// <summary>Writes pickles of protocol 2, instruction by instruction.</summary>
internal sealed class PickleText
{
    private readonly List<byte> _content = [0x80, 2];

    public byte[] Done() => [.. _content, (byte)'.'];

    public PickleText Op(string instructions)
    {
        _content.AddRange(Encoding.Latin1.GetBytes(instructions));
        return this;
    }

    public PickleText Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        _content.AddRange([(byte)'X', .. BitConverter.GetBytes(bytes.Length), .. bytes]);
        return this;
    }

    public PickleText Number(int value)
    {
        _content.AddRange([(byte)'J', .. BitConverter.GetBytes(value)]);
        return this;
    }

    public PickleText Global(string module, string name) => Op($"c{module}\n{name}\n");

    public PickleText Tuple(params int[] values)
    {
        Op("(");
        foreach (var value in values)
            Number(value);
        return Op("t");
    }

    /// <summary>A tensor of floats in storage 0, as torch.save describes it.</summary>
    public PickleText Tensor(string device, int elements, int[] shape, int[] strides, int offset = 0, string storage = "FloatStorage") =>
        Global("torch._utils", "_rebuild_tensor_v2").Op("((").Text("storage").Global("torch", storage).Text("0").Text(device).Number(elements).Op("tQ")
            .Number(offset).Tuple(shape).Tuple(strides).Op("\u0089").Global("collections", "OrderedDict").Op(")RtR");

    /// <summary>A dictionary of one tensor <c>w</c>.</summary>
    public static byte[] OneTensor(string device, int elements, int[] shape, int[] strides, int offset = 0, string storage = "FloatStorage") =>
        new PickleText().Op("}").Text("w").Tensor(device, elements, shape, strides, offset, storage).Op("s").Done();
}
