namespace Framework.Components.Reporting;

/// <summary>The size of one part of the data.</summary>
/// <param name="Part"><c>train</c>, <c>validate</c> or <c>test</c>.</param>
/// <param name="Subjects">Patients.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Positives">Positive cases of each label, in order.</param>
public sealed record PartSummary(string Part, int Subjects, int Cases, IReadOnlyList<(string Label, int Count)> Positives)
{
    /// <summary>Patients of each site, by name.</summary>
    public IReadOnlyList<(string Site, int Subjects)> Sites { get; init; } = [];
}
