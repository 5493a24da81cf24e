using Framework.Components.Evaluation.Readers;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The data of a run before any pixel is read.</summary>
/// <param name="Index">The cases.</param>
/// <param name="Split">Which of them are for what.</param>
/// <param name="Source">Loads them. The experiment's own source knows them by other names.</param>
internal sealed record PreparedData(DataIndex Index, CaseSplit Split, IDataSource Source)
{
    /// <summary>The parts that are predicted, with their names in files, in the order they are shown.</summary>
    public static IReadOnlyList<(Part Part, string Name)> Evaluated { get; } = [(Part.Validate, "validate"), (Part.Test, "test")];

    /// <summary>Keeps prepared samples; null where nothing is kept.</summary>
    public HeadCaches? Caches { get; init; }

    /// <summary>The data of the stages that have their own, by their names.</summary>
    public IReadOnlyDictionary<string, PreparedData> Own { get; init; } = new Dictionary<string, PreparedData>();

    /// <summary>False where the experiment's split cannot be used, and another one stands in for it so that the rest can be looked at.</summary>
    public bool IsDividedAsSaid { get; init; } = true;

    /// <summary>Shows a split subjects as the source knows them, as the experiment's own split sees them.</summary>
    public Func<ISplit, ISplit> Within { get; init; } = split => split;

    /// <summary>The data that a stage works on.</summary>
    public PreparedData Of(StageSection stage) => Own.GetValueOrDefault(stage.Name, this);

    /// <summary>People's calls of the same cases, under the run's names of cases; null where there are none.</summary>
    public IReadOnlyList<ReaderCall>? ReaderCalls { get; init; }

    /// <summary>The cases by identity, without those behind the lock.</summary>
    public IReadOnlyDictionary<string, Case> Cases { get; } = Split.Reachable.ToDictionary(item => item.Id);
}
