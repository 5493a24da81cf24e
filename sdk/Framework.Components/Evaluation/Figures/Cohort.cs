namespace Framework.Components.Evaluation.Figures;

/// <summary>The rows of a table as the units that are drawn, left out or counted several times: subjects, or single cases.</summary>
internal sealed class Cohort
{
    private readonly int[] _subjects;

    public Cohort(Predictions table, ConfidenceUnit by)
    {
        _subjects = Number(table);
        UnitOf = by == ConfidenceUnit.Subject ? _subjects : [.. Enumerable.Range(0, table.Rows.Count)];
        Units = by == ConfidenceUnit.Subject ? _subjects.Max() + 1 : table.Rows.Count;
        Once = Enumerable.Repeat(1, Units).ToArray();
    }

    /// <summary>The unit of each row, from 0 in the order of their first rows.</summary>
    public int[] UnitOf { get; }

    /// <summary>How many units there are.</summary>
    public int Units { get; }

    /// <summary>How often each unit counts in the cohort as it is.</summary>
    public int[] Once { get; }

    /// <summary>How many subjects some rows belong to.</summary>
    public int SubjectsAmong(IEnumerable<int> rows)
    {
        var seen = new bool[_subjects.Length];
        var count = 0;
        foreach (var row in rows)
        {
            count += seen[_subjects[row]] ? 0 : 1;
            seen[_subjects[row]] = true;
        }

        return count;
    }

    private static int[] Number(Predictions table)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new int[table.Rows.Count];
        for (var row = 0; row < result.Length; row++)
        {
            if (!numbers.TryGetValue(table.Rows[row].Subject, out var number))
                numbers.Add(table.Rows[row].Subject, number = numbers.Count);
            result[row] = number;
        }

        return result;
    }
}
