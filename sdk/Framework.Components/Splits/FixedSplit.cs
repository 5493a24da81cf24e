using Framework.Components.Data.Tables;

namespace Framework.Components.Splits;

/// <summary>The parts that a table gives: for each fold one line for each subject.</summary>
/// <remarks>Folds are taken in the order of their numbers. Subjects that the data have and the table has not, or the other way round, are errors.</remarks>
/// <param name="options">Which table.</param>
public sealed class FixedSplit(FixedOptions options) : ISplit
{
    private const int ProblemsShown = 20;

    /// <inheritdoc />
    /// <exception cref="DataFormatException">The table cannot be read, or does not fit the subjects; every line that is wrong is named.</exception>
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random)
    {
        var table = CsvTable.Read(options.File, options.File, options.Delimiter);
        var assignment = new FixedAssignment(options.File, subjects);
        foreach (var problem in table.Problems)
            assignment.Problems.Add(problem.ToString());
        var (subject, part) = (table.Find(options.Subject), table.Find(options.Part));
        var fold = table.Has(options.Fold) ? table.Find(options.Fold) : -1;
        foreach (var row in table.Rows)
            assignment.Add(row.Line, row.Cells[subject], row.Cells[part], fold < 0 ? "0" : row.Cells[fold]);
        var folds = assignment.Folds();
        return assignment.Problems.Count == 0 ? folds : throw new DataFormatException(Explain(assignment.Problems));
    }

    private static string Explain(List<string> problems)
    {
        var more = problems.Count > ProblemsShown ? $"\n... and {problems.Count - ProblemsShown} more." : "";
        return string.Join('\n', problems.Take(ProblemsShown)) + more;
    }
}
