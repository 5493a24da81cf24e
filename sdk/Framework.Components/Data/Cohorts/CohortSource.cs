using Framework.Components.Data.Tables;

namespace Framework.Components.Data.Cohorts;

/// <summary>Cases from tables: one row a case, with paths of its images, labels and facts in columns that the options name.</summary>
/// <remarks>What is wrong with a row is a problem with the table's name and the row's line; the other rows can still be used.</remarks>
/// <param name="options">Where the data lie, and what the columns mean.</param>
public sealed class CohortSource(CohortOptions options) : IDataSource, ICaseFiles
{
    private readonly string[] _names = [.. options.Images.Keys];

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        if (!Directory.Exists(options.Root))
            throw new DataFormatException($"{options.Root}: the folder is not there. Set data.root to the folder that holds '{options.Tables[0]}'.");
        var index = new CohortIndex(options, new CohortSeries(options, context));
        foreach (var name in options.Tables)
        {
            var table = CsvTable.Read(Path.Combine(options.Root, name), name, options.Delimiter);
            var columns = new CohortColumns(table, options);
            foreach (var problem in table.Problems)
                index.Add(problem);
            for (var i = 0; i < table.Rows.Count; i++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                index.Add(new CohortRow(options, columns, table.Rows[i]));
                context.Progress?.Report((i + 1, table.Rows.Count));
            }
        }

        return index.ToIndex();
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var paths = item.Locator.Split('\n');
        var main = Array.IndexOf(_names, Sample.ImageName);
        var sample = new Sample(item, SeriesPlace.Read(paths[main], options, workspace));
        for (var i = 0; i < paths.Length; i++)
        {
            if (i != main && paths[i].Length > 0)
                sample = sample.With(SeriesPlace.Read(paths[i], options, workspace), _names[i]);
        }

        return sample;
    }

    /// <inheritdoc />
    public IReadOnlyList<string> FilesOf(Case item) => [.. item.Locator.Split('\n').Where(place => place.Length > 0).SelectMany(place => SeriesPlace.Files(place, options.Root))];
}
