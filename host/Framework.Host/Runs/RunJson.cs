using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Framework.Components.Controls;
using Framework.Host.Batches;
using Framework.Host.Batches.Slurm;
using Framework.Host.Bundles;
using Framework.Host.Engines;
using Framework.Host.Engines.Decisions;
using Framework.Host.Explaining;
using Framework.Host.Planning;

namespace Framework.Host.Runs;

/// <summary>The form of the JSON files of a run folder: snake_case, indented, UTF-8, complete or not there.</summary>
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(UnitStatus))]
[JsonSerializable(typeof(Provenance))]
[JsonSerializable(typeof(IReadOnlyList<MetricRow>))]
[JsonSerializable(typeof(IReadOnlyList<PredictedCases>))]
[JsonSerializable(typeof(List<FittedEntry>))]
[JsonSerializable(typeof(FrozenDecisions))]
[JsonSerializable(typeof(IReadOnlyList<FrozenEnsemble>))]
[JsonSerializable(typeof(IReadOnlyList<ControlVerdict>))]
[JsonSerializable(typeof(AuditReport))]
[JsonSerializable(typeof(IReadOnlyList<MapEntry>))]
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(PreparedRun))]
[JsonSerializable(typeof(BatchRecord))]
[JsonSerializable(typeof(List<SlurmJob>))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>The form itself; letters and quotes of a command line stay as they are.</summary>
    public static RunJson Form { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The text of such a file.</summary>
    public static string Text<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>Replaces the file whole.</summary>
    public static void Write<T>(string path, T value, JsonTypeInfo<T> type) =>
        AtomicFile.WriteText(path, Text(value, type) + "\n");

    /// <summary>Reads the file; null where it is not there or is not what it should be, as after a crash of the machine.</summary>
    public static T? TryRead<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path, Encoding.UTF8), type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
