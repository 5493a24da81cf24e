using System.Globalization;
using Framework.Components.Data;
using Framework.Components.Models.Weights;
using Framework.Host.Planning;
using Framework.Host.Terminal;

namespace Framework.Host.Commands;

/// <summary>The tensors of a file of weights, for people and for programs.</summary>
internal static class WeightsListing
{
    /// <summary>One line a tensor, then the format, what was found around the tensors, and the totals.</summary>
    public static IEnumerable<string> Lines(WeightsFile file, int? width) =>
    [
        .. TextTable.Headless([.. file.Tensors.Select(item => new[] { item.Key, item.Value.Type.ToString(), $"({string.Join(", ", item.Value.Shape)})" })], width),
        $"format: {FormatOf(file)}",
        .. file.Notes.Select(note => $"note: {note}"),
        string.Create(CultureInfo.InvariantCulture, $"total: {file.Tensors.Count:N0} tensors, {file.Tensors.Values.Sum(tensor => tensor.Elements):N0} values, {new FileInfo(file.Path).Length:N0} bytes"),
        $"sha256: {FileHash.Of(file.Path)}",
    ];

    /// <summary>The same as one object.</summary>
    public static void WriteJson(TextWriter output, WeightsFile file) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("file", file.Path);
        json.WriteString("format", FormatOf(file));
        json.WriteNumber("bytes", new FileInfo(file.Path).Length);
        json.WriteString("sha256", FileHash.Of(file.Path));
        json.WriteStartArray("notes");
        foreach (var note in file.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartArray("tensors");
        foreach (var (name, tensor) in file.Tensors)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", tensor.Type.ToString());
            json.WriteStartArray("shape");
            foreach (var size in tensor.Shape)
                json.WriteNumberValue(size);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string FormatOf(WeightsFile file) => file.Format switch
    {
        WeightsFormat.SafeTensors => "safetensors",
        WeightsFormat.PyTorchZip => "PyTorch, zip archive",
        _ => "PyTorch, before 1.6",
    };
}
