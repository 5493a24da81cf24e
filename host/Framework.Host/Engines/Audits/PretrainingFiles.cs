using Framework.Components.Audit;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Audits;

/// <summary>Reads lists of what weights were trained on before.</summary>
internal static class PretrainingFiles
{
    private const int HashDigits = 32;

    /// <summary>All lists of an experiment together, with identities as the index has them.</summary>
    /// <exception cref="DataFormatException">A list cannot be read or is empty.</exception>
    public static PretrainingList Read(Experiment experiment, DataSection section, RunStore store)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pixels = new HashSet<string>(StringComparer.Ordinal);
        var pseudonyms = section.Identifiers == IdentifierPolicy.Hash ? store.Pseudonyms() : null;
        foreach (var entry in experiment.Audit.Pretraining.SelectMany(Entries))
        {
            if (entry.Length == HashDigits && entry.All(char.IsAsciiHexDigitLower))
                pixels.Add(entry);
            names.Add(entry);
            foreach (var kind in pseudonyms is null ? "" : Privacy.Pseudonyms.CaseKinds)
                names.Add(pseudonyms!.Of(kind, entry));
        }

        return new PretrainingList(names, pixels);
    }

    private static List<string> Entries(string file)
    {
        try
        {
            var entries = File.ReadLines(file).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => CsvText.Split(line)[0].Trim()).Where(entry => entry.Length > 0).ToList();
            return entries.Count > 0 ? entries : throw new DataFormatException($"{file}: the list is empty. Write an identity, or the hash of an image, on each line.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException($"{file}: the list of what weights were trained on cannot be read: {e.Message.TrimEnd('.')}. Correct audit.pretraining.", e);
        }
    }
}
