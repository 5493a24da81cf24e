using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>The rows of one label as right and wrong calls: by its threshold, or for a class by which of its question's outputs is the greatest.</summary>
internal sealed class LabelDecisions
{
    private const int Called = 1;
    private const int Present = 2;
    private readonly int[] _units;
    private readonly byte[] _cells;

    private LabelDecisions(int[] rows, int[] units, byte[] cells)
    {
        (Rows, _units, _cells) = (rows, units, cells);
    }

    /// <summary>The rows in the table.</summary>
    public int[] Rows { get; }

    /// <summary>Rows where the label is present.</summary>
    public int Positives => _cells.Count(cell => (cell & Present) != 0);

    public static LabelDecisions Of(Predictions table, Cohort cohort, int label)
    {
        var question = Question.Of(table).Single(question => question.Labels.Contains(label));
        var rows = question.KnownRows(table);
        return new LabelDecisions(rows, Array.ConvertAll(rows, row => cohort.UnitOf[row]), Array.ConvertAll(rows, row => Cell(table, question, row, label)));
    }

    /// <summary>The rows of several labels together.</summary>
    public static LabelDecisions Pool(IReadOnlyList<LabelDecisions> labels) =>
        new([.. labels.SelectMany(label => label.Rows)], [.. labels.SelectMany(label => label._units)], [.. labels.SelectMany(label => label._cells)]);

    /// <summary>Counts the calls of a cohort.</summary>
    public TwoByTwo Count(ReadOnlySpan<int> times)
    {
        Span<long> counts = stackalloc long[4];
        for (var i = 0; i < _cells.Length; i++)
            counts[_cells[i]] += times[_units[i]];
        return new TwoByTwo(counts[Present | Called], counts[Called], counts[Present], counts[0]);
    }

    /// <summary>Hits and trials of each unit.</summary>
    /// <param name="units">How many units there are.</param>
    /// <param name="trial">Whether a call is a hit by (present, called); null where it is no trial.</param>
    public (int[] Hits, int[] Trials) Trials(int units, Func<bool, bool, bool?> trial)
    {
        var (hits, trials) = (new int[units], new int[units]);
        for (var i = 0; i < _cells.Length; i++)
        {
            if (trial((_cells[i] & Present) != 0, (_cells[i] & Called) != 0) is not { } hit)
                continue;
            trials[_units[i]]++;
            hits[_units[i]] += hit ? 1 : 0;
        }

        return (hits, trials);
    }

    private static byte Cell(Predictions table, Question question, int row, int label)
    {
        var at = Array.IndexOf(question.Labels, label);
        var (present, called) = question.IsGroup
            ? (question.Truth(table, row) == at, question.Called(table, row) == at)
            : (table.Target(row, label) > 0.5, table.Output(row, label) >= table.Threshold(row, label));
        return (byte)((present ? Present : 0) | (called ? Called : 0));
    }
}
