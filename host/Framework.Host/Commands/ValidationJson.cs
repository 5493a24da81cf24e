using System.Text.Json;
using Framework.Host.Plugins;

namespace Framework.Host.Commands;

/// <summary>Validations as JSON: <c>[{file, valid, hash, problems: [{file, line, column, message}], components: [{name, interface, plugin, version}], facts: {name: value}}]</c>.</summary>
internal static class ValidationJson
{
    public static void Write(TextWriter output, IReadOnlyList<Validation> validations) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var validation in validations)
            Write(json, validation);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Validation validation)
    {
        json.WriteStartObject();
        json.WriteString("file", validation.File);
        json.WriteBoolean("valid", validation.Count == 0);
        json.WriteString("hash", validation.Loaded.Experiment?.Hash);
        json.WriteStartArray("problems");
        foreach (var problem in validation.Problems)
            WriteProblem(json, problem.File.Length > 0 ? problem.File : null, problem.Line, problem.Column, problem.Message);
        json.WriteEndArray();
        json.WriteStartArray("components");
        foreach (var component in validation.Loaded.Components)
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            json.WriteString("interface", ComponentRole.NameOf(component.Interface));
            json.WriteString("plugin", component.Plugin);
            json.WriteString("version", component.Version.ToString(3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("facts");
        foreach (var (name, value) in validation.Report?.Facts ?? [])
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, string? file, int line, int column, string message)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        if (line > 0)
        {
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
        }

        json.WriteString("message", message);
        json.WriteEndObject();
    }
}
