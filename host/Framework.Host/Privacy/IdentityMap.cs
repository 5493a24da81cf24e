using System.Text;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Privacy;

/// <summary>Which pseudonym is who: tables in the store that its owner alone can read. They are never part of a run folder.</summary>
/// <param name="folder">Where the tables lie.</param>
/// <param name="source">The data source's name, with which they begin.</param>
internal sealed class IdentityMap(string folder, string source)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, string> _others = new(StringComparer.Ordinal);

    /// <summary>The folder, for messages.</summary>
    public string Folder => folder;

    /// <summary>Writes the table of an index, once.</summary>
    /// <param name="fingerprint">The index's.</param>
    /// <param name="cases">The cases under pseudonyms, each with the source's own.</param>
    public void Write(string fingerprint, IEnumerable<(Case Hidden, Case Original)> cases)
    {
        var path = Path.Combine(folder, $"{source}-{fingerprint[..Math.Min(12, fingerprint.Length)]}.csv");
        if (File.Exists(path))
            return;
        Save(path, ["case", "subject", "site", "study", "series", "is_case", "is_subject", "is_site", "is_study", "is_series", "is_file"], cases.Select(pair => (IEnumerable<string>)
        [
            pair.Hidden.Id, pair.Hidden.Subject, pair.Hidden.Site, pair.Hidden.Study, pair.Hidden.Series,
            pair.Original.Id, pair.Original.Subject, pair.Original.Site, pair.Original.Study, pair.Original.Series, pair.Original.Locator,
        ]));
    }

    /// <summary>Adds what was replaced in a message.</summary>
    public void Add(string pseudonym, string text)
    {
        lock (_gate)
        {
            if (_others.ContainsKey(pseudonym))
                return;
            OwnerFile.Folder(folder);
            var path = Path.Combine(folder, $"{source}-messages.csv");
            using var alone = RunLock.Wait(Path.Combine(folder, $".{source}-messages"), "these identities", CancellationToken.None); // of several processes none forgets what another added
            if (File.Exists(path))
            {
                foreach (var cells in File.ReadLines(path).Skip(1).Select(CsvText.Split).Where(cells => cells.Length == 2))
                    _others.TryAdd(cells[0], cells[1]);
            }

            if (_others.TryAdd(pseudonym, text))
                Save(path, ["pseudonym", "is"], _others.Select(pair => (IEnumerable<string>)[pair.Key, pair.Value]));
        }
    }

    private void Save(string path, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        OwnerFile.Folder(folder);
        OwnerFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            foreach (var row in rows.Prepend(header))
                writer.Write(CsvText.Join(row) + "\n");
        });
    }
}
