using System.Text;
using System.Text.Json;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.External;

/// <summary>Openings of locked sets, one a line, in the store and in the run's folder; lines are only ever added.</summary>
internal sealed class OpeningLog(RunStore store, RunFolder run) : IExternalLog
{
    /// <summary>Every opening of this store's runs, the first one first.</summary>
    /// <exception cref="DataFormatException">A line is no opening.</exception>
    public IReadOnlyList<ExternalOpening> OfStore => Read(store.OpeningsFile);

    /// <summary>The openings of a run.</summary>
    public static IReadOnlyList<ExternalOpening> Of(RunFolder run) => Read(run.OpeningsFile);

    /// <inheritdoc />
    public void Append(ExternalOpening opening)
    {
        foreach (var file in new[] { store.OpeningsFile, run.OpeningsFile })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
            stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(opening, EventJson.Default.ExternalOpening) + "\n"));
            stream.Flush(flushToDisk: true);
        }
    }

    private static IReadOnlyList<ExternalOpening> Read(string file) => File.Exists(file)
        ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => Parse(file, line))]
        : [];

    private static ExternalOpening Parse(string file, string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EventJson.Default.ExternalOpening)!;
        }
        catch (JsonException e)
        {
            throw new DataFormatException($"{file}: a line is no opening of an external set. The log is only ever added to: restore it from a copy.", e);
        }
    }
}
