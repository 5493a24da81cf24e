using Framework.Components.Data;
using Framework.Components.Data.Pictures;
using Framework.Components.Data.Tables;
using Framework.Sdk;

namespace Study.Assembly;

/// <summary>Cases of a table, each with an image file: DICOM, NIfTI, MGH, PNG or JPEG.</summary>
/// <param name="options">Where they are.</param>
public sealed class TableSource(TableOptions options) : IDataSource
{
    private static readonly string[] Labels = ["positive"];
    private static readonly PictureOptions Pictures = new();

    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        var table = CsvTable.Read(Path.Combine(options.Root, options.Table), options.Table);
        var (id, subject, file, positive) = (table.Find("case"), table.Find("subject"), table.Find("file"), table.Find("positive"));
        var cases = new List<Case>();
        var problems = new List<DataProblem>(table.Problems);
        foreach (var row in table.Rows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            // Messages name the place, never what a cell says: it may be a patient's name.
            if (Label(row.Cells[positive]) is { } label)
                cases.Add(new Case { Id = row.Cells[id], Subject = row.Cells[subject], Locator = row.Cells[file], Labels = [label] });
            else
                problems.Add(new DataProblem($"{options.Table}:{row.Line}", "the column 'positive' is neither 1, 0 nor empty. Correct the line, or leave it out."));
        }

        return new DataIndex { Labels = Labels, Cases = cases, Problems = problems, Fingerprint = DataFingerprint.Of(Labels, cases) };
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace) =>
        new(item, ImageFile.Read(Path.Combine(options.Root, item.Locator), item.Locator, Pictures, workspace));

    private static double? Label(string cell) => cell switch { "1" => 1, "0" => 0, "" => double.NaN, _ => null };
}
