using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Decisions;

/// <summary>The rows of one question as true and called classes. A label of its own is a question with the classes absent and present.</summary>
internal sealed class ClassDecisions
{
    private readonly int _classes;
    private readonly int[] _units;
    private readonly int[] _truths;
    private readonly int[] _calls;

    public ClassDecisions(Predictions table, Cohort cohort, Question question)
    {
        Rows = question.KnownRows(table);
        _classes = question.IsGroup ? question.Labels.Length : 2;
        _units = Array.ConvertAll(Rows, row => cohort.UnitOf[row]);
        var label = question.Labels[0];
        _truths = Array.ConvertAll(Rows, row => question.IsGroup ? question.Truth(table, row)!.Value : table.Target(row, label) > 0.5 ? 1 : 0);
        _calls = Array.ConvertAll(Rows, row => question.IsGroup ? question.Called(table, row) : table.Output(row, label) >= table.Threshold(row, label) ? 1 : 0);
    }

    /// <summary>The rows in the table.</summary>
    public int[] Rows { get; }

    /// <summary>Whether each row was called its class.</summary>
    public bool[] Right() => [.. _truths.Zip(_calls, (truth, call) => truth == call)];

    /// <summary>Counts the calls of a cohort.</summary>
    public ClassTable Count(ReadOnlySpan<int> times)
    {
        var cells = new double[_classes * _classes];
        for (var i = 0; i < _truths.Length; i++)
            cells[(_truths[i] * _classes) + _calls[i]] += times[_units[i]];
        return new ClassTable(cells, _classes);
    }

    /// <summary>Hits and trials of each unit: every row is a trial.</summary>
    /// <param name="units">How many units there are.</param>
    /// <param name="hit">Whether a call is a hit by (true class, called class).</param>
    public (int[] Hits, int[] Trials) Trials(int units, Func<int, int, bool> hit)
    {
        var (hits, trials) = (new int[units], new int[units]);
        for (var i = 0; i < _truths.Length; i++)
        {
            trials[_units[i]]++;
            hits[_units[i]] += hit(_truths[i], _calls[i]) ? 1 : 0;
        }

        return (hits, trials);
    }
}
