using Framework.Components.Data.Loading;

namespace Framework.Components.Training.Supervised;

/// <summary>The rows that a network sees: cases, or series of them where the options say so.</summary>
internal static class JoinedParts
{
    /// <summary>The context with a row for each series.</summary>
    public static TrainingContext Of(TrainingContext context, SupervisedOptions options) =>
        options.Series is null ? context : context with { Train = Of(context.Train, options), Validate = Of(context.Validate, options) };

    /// <summary>The samples with a row for each series; as they are where they were joined before.</summary>
    public static SampleSet Of(SampleSet samples, SupervisedOptions options) => options.Series is { } most && samples.Cases.All(item => item.Parts.Count == 0)
        ? samples with { Cases = SeriesJoin.Join(samples.Cases, most) }
        : samples;

    /// <summary>The cases with labels of their own among rows.</summary>
    public static IReadOnlyList<Case> Members(IReadOnlyList<Case> rows) => rows.All(row => row.Parts.Count == 0) ? rows : [.. rows.SelectMany(row => row.Members)];
}
