using System.Text;
using System.Text.Json;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

/// <summary>Writes safetensors files from their description, apart from the reader that is tested.</summary>
internal static class SafeTensorsFile
{
    public static byte[] Of(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var header = new Dictionary<string, object>();
        using var data = new MemoryStream();
        foreach (var (name, tensor) in tensors)
        {
            var begin = data.Length;
            using var values = tensor.detach().contiguous();
            data.Write(values.bytes);
            var type = tensor.dtype == ScalarType.Int64 ? "I64" : "F32";
            header[name] = new { dtype = type, shape = tensor.shape, data_offsets = new[] { begin, data.Length } };
        }
        return Of(JsonSerializer.Serialize(header), data.ToArray());
    }

    public static byte[] Of(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)json.Length), .. json, .. data];
    }
}
