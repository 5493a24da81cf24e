namespace Framework.Components.Evaluation.Figures;

/// <summary>How a metric makes its figures: of each label or class, of each question with several classes, and over all.</summary>
/// <remarks>With one question of several classes the figure over all is that question's. Where there are more questions, it is the mean over them.</remarks>
internal sealed record FigurePlan
{
    /// <summary>How figures become one.</summary>
    public Average Average { get; init; }

    /// <summary>The figure of one label against the rest; null where the metric has none.</summary>
    public required Func<int, Figure?> OfLabel { get; init; }

    /// <summary>The figure of a question with several classes as a whole; where there is no such function, the average of its classes.</summary>
    public Func<Question, Figure?>? OfGroup { get; init; }

    /// <summary>One figure over the rows of several labels together.</summary>
    public Func<int[], WeightedFigure>? Pooled { get; init; }

    /// <summary>The figures of a table.</summary>
    public FigureList Make(Predictions table, Cohort cohort)
    {
        var list = new FigureList();
        var questions = Question.Of(table);
        var isOne = questions is [{ IsGroup: true }];
        var tops = questions.Where(question => !question.IsGroup).Select(question => Add(list, OfLabel(question.Labels[0]))).ToList();
        foreach (var question in questions.Where(question => question.IsGroup))
            tops.Add(AddGroup(list, question, Basis(table, cohort, isOne ? null : question.Name, question.Labels)));
        if (!isOne)
        {
            int[] labels = [.. questions.SelectMany(question => question.Labels)];
            var average = questions.Any(question => question.IsGroup) ? Average.Macro : Average;
            AddAverage(list, Basis(table, cohort, null, labels), [.. tops.OfType<int>()], average, labels);
        }

        return list;
    }

    private int? AddGroup(FigureList list, Question question, FigureBasis basis)
    {
        if (OfGroup is not null)
            return Add(list, OfGroup(question) is { } whole ? whole with { Basis = basis } : null);
        int[] classes = [.. question.Labels.Select(label => Add(list, OfLabel(label))).OfType<int>()];
        return AddAverage(list, basis, classes, Average, question.Labels);
    }

    private int? AddAverage(FigureList list, FigureBasis basis, int[] over, Average average, int[] labels) =>
        over.Length == 0 ? null
        : average == Average.Micro && Pooled is not null ? list.Add(new Figure(basis, Pooled(labels)))
        : list.AddAverage(basis, over, average == Average.Weighted);

    private static int? Add(FigureList list, Figure? figure) => figure is null ? null : list.Add(figure);

    private static FigureBasis Basis(Predictions table, Cohort cohort, string? name, int[] labels)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => labels.Any(label => !double.IsNaN(table.Target(row, label))))];
        return new FigureBasis(name, rows.Length, null, cohort.SubjectsAmong(rows));
    }
}
