using System.Runtime.InteropServices;
using System.Text.Json;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Reads where a plugin's packages lie from its <c>.runtimeconfig.json</c>.</summary>
public static class RuntimeConfigExtensions
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// Adds the additional probing paths of a <c>.runtimeconfig.json</c> and, if wanted, of the <c>.runtimeconfig.dev.json</c> beside
    /// it. Files that are not there are no error; one that cannot be read is, and nothing is thrown.
    /// </summary>
    public static AssemblyLoadContextBuilder TryAddAdditionalProbingPathFromRuntimeConfig(
        this AssemblyLoadContextBuilder builder, string runtimeConfigPath, bool includeDevConfig, out Exception? error)
    {
        error = null;
        try
        {
            var options = ReadOptions(runtimeConfigPath);
            var framework = Text(options, "tfm") ?? "";
            AddPaths(builder, options, framework);
            if (includeDevConfig)
                AddPaths(builder, ReadOptions(Path.ChangeExtension(runtimeConfigPath, "dev.json")), framework);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException or InvalidOperationException)
        {
            error = e;
        }
        return builder;
    }

    private static JsonElement ReadOptions(string path)
    {
        if (!File.Exists(path))
            return default;
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        return document.RootElement.TryGetProperty("runtimeOptions", out var options) ? options.Clone() : default;
    }

    private static void AddPaths(AssemblyLoadContextBuilder builder, JsonElement options, string framework)
    {
        if (options.ValueKind != JsonValueKind.Object || !options.TryGetProperty("additionalProbingPaths", out var paths))
            return;
        var architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        foreach (var path in paths.EnumerateArray())
            builder.AddProbingPath(path.GetString()!.Replace("|arch|", architecture).Replace("|tfm|", framework));
    }

    private static string? Text(JsonElement options, string key) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(key, out var value) ? value.GetString() : null;
}
