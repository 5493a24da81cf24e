using Framework.Components.Evaluation.Readers;

namespace Framework.Host.Engines;

/// <summary>Readers beside the predictions of a stage on a split.</summary>
/// <param name="Pool">The predictions.</param>
/// <param name="Study">The comparison.</param>
internal sealed record ReaderResult(PooledTable Pool, ReaderStudy Study)
{
    /// <summary>The stage, with the variant where there are several.</summary>
    public string Stage => Pool.Unit.Variant is { } variant ? $"{Pool.Unit.Stage}.{variant}" : Pool.Unit.Stage;
}
