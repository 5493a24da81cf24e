using System.Globalization;
using Framework.Components.Data.Volumes.Nifti;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Cases as NIfTI files with a table that <c>cohort</c> reads: what DICOM series become before other programs, or later runs, take them.</summary>
/// <remarks>Images stay on their own grid and in the modality's units. The table is written last: where it is, everything is.</remarks>
/// <param name="folder">The folder to fill.</param>
/// <param name="option">Where it is named.</param>
internal sealed class NiftiCohort(string folder, string option)
{
    /// <summary>The table.</summary>
    public string Table { get; } = Path.Combine(folder, "cohort.csv");

    /// <summary>Writes all cases.</summary>
    /// <returns>The number of images.</returns>
    /// <exception cref="ExperimentException">The folder holds something already, or cannot be written.</exception>
    /// <exception cref="DataFormatException">A case cannot be read.</exception>
    public int Write(DataIndex index, IDataSource source, IProgress<Advance> progress, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ExperimentException($"{option}: '{folder}' is not empty, so nothing is written into it. Name another folder.");
        WritableFolder.Make(option, folder, Path.Combine(folder, "images"));
        var rows = new List<(Case Case, Dictionary<string, string> Files)>();
        using var workspace = new SampleWorkspace();
        for (var at = 0; at < index.Cases.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add((index.Cases[at], Write(source.Load(index.Cases[at], workspace), at)));
            workspace.Reset();
            progress.Report(new Advance(at + 1, index.Cases.Count, index.Cases[at].Id));
        }

        AtomicFile.WriteText(Table, Text(index, rows));
        return rows.Sum(row => row.Files.Count);
    }

    private Dictionary<string, string> Write(Sample sample, int at)
    {
        var files = new Dictionary<string, string>();
        foreach (var (name, image) in sample.Images)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"images/{at + 1:00000}.{name}.nii.gz");
            NiftiFile.Write(Path.Combine(folder, file), image, VoxelsOf(image));
            files.Add(name, file);
        }

        return files;
    }

    // Half the size where nothing is lost by it.
    private static NiftiVoxels VoxelsOf(Image image)
    {
        foreach (var value in image.Pixels)
        {
            if (value != MathF.Round(value) || value is < short.MinValue or > short.MaxValue)
                return NiftiVoxels.Float32;
        }

        return NiftiVoxels.Int16;
    }

    private static string Text(DataIndex index, IReadOnlyList<(Case Case, Dictionary<string, string> Files)> rows)
    {
        string[] images = [.. rows.SelectMany(row => row.Files.Keys).Distinct()];
        string[] attributes = [.. rows.SelectMany(row => row.Case.Attributes.Keys).Distinct().Order(StringComparer.Ordinal)];
        var labels = index.Labels.ToList();
        var grouped = index.Groups.SelectMany(group => group.Labels).ToHashSet(StringComparer.Ordinal);
        int[] own = [.. Enumerable.Range(0, labels.Count).Where(label => !grouped.Contains(labels[label]))];
        string[] header = ["case", "subject", "site", .. images, .. own.Select(label => labels[label]), .. index.Groups.Select(group => group.Name), .. attributes];
        var lines = rows.Select(row => (IEnumerable<string>)
        [
            row.Case.Id, row.Case.Subject, row.Case.Site, .. images.Select(name => row.Files.GetValueOrDefault(name, "")), .. own.Select(label => Number(row.Case.Labels[label])),
            .. index.Groups.Select(group => ClassOf(row.Case, group, labels)), .. attributes.Select(name => row.Case.Attributes.GetValueOrDefault(name, "")),
        ]);
        return string.Concat(lines.Prepend(header).Select(line => CsvText.Join(line) + "\n"));
    }

    // The word that the class's label ends with, as a cohort makes them: canal.mild.
    private static string ClassOf(Case item, LabelGroup group, List<string> labels)
    {
        var label = group.Labels.FirstOrDefault(label => item.Labels[labels.IndexOf(label)] == 1);
        return label is null ? "" : label.StartsWith(group.Name + ".", StringComparison.Ordinal) ? label[(group.Name.Length + 1)..] : label;
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
