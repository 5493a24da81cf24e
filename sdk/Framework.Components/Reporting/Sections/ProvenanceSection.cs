using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Reporting.Sections;

/// <summary>Versions, seeds, device, command line.</summary>
internal static class ProvenanceSection
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        if (input.Provenance.Count > 0)
            yield return new ReportSection(ReportPlace.Provenance, "Provenance",
                [new TableBlock([new("what"), new("value")], [.. input.Provenance.Select(pair => (IReadOnlyList<TableCell>)[new TableCell(pair.Name, Tone.Soft), pair.Value])])]);
    }
}
