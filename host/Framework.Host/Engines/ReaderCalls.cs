using Framework.Components.Data.Tables;
using Framework.Components.Evaluation.Levels;
using Framework.Components.Evaluation.Readers;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Reads the table of readers' calls before any training, and puts the run's own names of cases into it.</summary>
internal static class ReaderCalls
{
    /// <summary>The calls.</summary>
    /// <param name="options">The experiment's <c>readers</c>.</param>
    /// <param name="data">The cases.</param>
    /// <param name="hide">The run's name of what the source calls so, by kind: c a case, r a series, e a study, s a subject.</param>
    /// <exception cref="DataFormatException">The table is not as it should be.</exception>
    /// <exception cref="ExperimentException">No call is of a case that is predicted.</exception>
    public static IReadOnlyList<ReaderCall> Read(ReaderOptions options, PreparedData data, Func<char, string, string> hide)
    {
        var kind = options.At switch { LevelUnit.Series => 'r', LevelUnit.Study => 'e', LevelUnit.Subject => 's', _ => 'c' };
        var known = data.Index.Cases.Select(item => NameOf(item, options.At)).ToHashSet(StringComparer.Ordinal);
        var table = CsvTable.Read(options.File, options.File);
        var calls = ReaderTable.Read(table, options, data.Index.Labels, name => known.Contains(hide(kind, name)))
            .Select(call => call with { Case = hide(kind, call.Case) }).ToList();
        var predicted = Enumerable.Range(0, data.Split.Folds * data.Split.Repeats)
            .SelectMany(number => PreparedData.Evaluated.SelectMany(part => data.Split.Cases(number % data.Split.Folds, part.Part, number / data.Split.Folds)))
            .Concat(data.Index.Cases.Where(item => data.Split.PartOf(item, fold: 0) == Part.External)) // once the set is opened; calls tell nothing of images
            .Select(item => NameOf(item, options.At)).ToHashSet(StringComparer.Ordinal);
        return calls.Exists(call => predicted.Contains(call.Case)) ? calls : throw new ExperimentException(
            $"{options.File}: no reader called a case that this experiment predicts. The split must give those cases to 'validate', 'test' or the external set.");
    }

    private static string NameOf(Case item, LevelUnit? at) => at switch
    {
        LevelUnit.Series => item.Series,
        LevelUnit.Study => item.Study,
        LevelUnit.Subject => item.Subject,
        _ => item.Id,
    };
}
