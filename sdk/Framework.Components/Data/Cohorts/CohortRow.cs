using System.Globalization;
using Framework.Components.Data.Tables;

namespace Framework.Components.Data.Cohorts;

/// <summary>Turns one row into a case, or says what is wrong with it: in which column, never with which value, for a value may be a name.</summary>
internal sealed class CohortRow(CohortOptions options, CohortColumns columns, CsvRow row)
{
    public string Place { get; } = columns.Place(row);

    public string Subject { get; } = columns.Cell(row, options.Subject);

    public string Site { get; } = columns.Cell(row, options.Site);

    /// <summary>The path of each image in the order of the options; empty where an optional one is not there.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. options.Images.Values.Select(image => columns.Cell(row, image.Column).Replace('\\', '/').TrimEnd('/'))];

    public string Id => options.Case is null ? Paths[options.Images.Keys.ToList().IndexOf(Sample.ImageName)] : columns.Cell(row, options.Case);

    private double? Position =>
        double.TryParse(columns.Cell(row, options.Position), NumberStyles.Float, CultureInfo.InvariantCulture, out var place) && double.IsFinite(place) ? place : null;

    /// <summary>The cell that a rule looks at.</summary>
    public string Cell(Exclusion rule) => columns.Cell(row, rule.Column);

    /// <summary>Everything that is wrong with the row by itself.</summary>
    public IEnumerable<string> Faults()
    {
        if (Subject.Length == 0)
            yield return $"'{options.Subject}' is empty, so the case cannot be kept apart from others of the same patient. Fill it in.";
        if (options.Site is not null && Site.Length == 0)
            yield return $"'{options.Site}' is empty. Fill in the site, or exclude such rows.";
        if (options.Case is not null && Id.Length == 0)
            yield return $"'{options.Case}' is empty. Give each case an identity of its own.";
        if (options.Position is not null && Position is null)
            yield return $"'{options.Position}' is no number of millimetres. Correct it.";
        foreach (var rule in options.Exclude.Where(rule => rule.IsUndecided(Cell(rule))))
            yield return $"'{rule.Column}' is no number, so it cannot be said whether the row is left out. Correct it, or leave such rows out by 'is'.";
        foreach (var (name, label) in options.Labels)
        {
            if (label.Read(columns.Cell(row, label.Column)) is null)
                yield return $"'{label.Column}' holds something else than the label '{name}' takes: {label.Expected}. Correct it, or {label.Remedy}.";
        }

        foreach (var fault in options.Images.Zip(Paths, (image, path) => ImageFault(image.Key, image.Value, path)).OfType<string>())
            yield return fault;
    }

    public Case ToCase() => new()
    {
        Id = Id,
        Subject = Subject,
        Site = Site,
        Study = columns.Cell(row, options.Study),
        Accession = columns.Cell(row, options.Accession),
        Series = columns.Cell(row, options.Series),
        Position = Position ?? double.NaN,
        Locator = string.Join('\n', Paths),
        Labels = [.. options.Labels.Values.SelectMany(label => label.Read(columns.Cell(row, label.Column))!)],
        Attributes = options.Attributes.ToDictionary(name => name, name => columns.Cell(row, name)),
    };

    private string? ImageFault(string name, ImageColumn image, string path)
    {
        if (path.Length == 0)
            return image.Optional && name != Sample.ImageName ? null : $"'{image.Column}' is empty. Fill in the path, leave the row out by 'exclude'{(name == Sample.ImageName ? "." : ", or set 'optional: true'.")}";
        var root = Path.GetFullPath(options.Root);
        var full = Path.GetFullPath(Path.Combine(root, path));
        if (!full.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return $"'{image.Column}' leads out of the data's root. Paths are relative to it.";
        return File.Exists(full) || Directory.Exists(full) ? null : $"'{image.Column}' names a file or folder that is not there. Copy it below the data's root, or correct the path.";
    }
}
