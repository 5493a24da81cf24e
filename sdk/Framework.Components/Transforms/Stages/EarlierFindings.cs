using Framework.Components.Evaluation.Findings;

namespace Framework.Components.Transforms.Stages;

/// <summary>What an earlier stage found in the case of a sample, for transforms that go on from it.</summary>
public static class EarlierFindings
{
    /// <summary>What an earlier stage said of the case, or of each smaller case of it.</summary>
    /// <param name="sample">A sample of a stage that reads the other.</param>
    /// <param name="from">The earlier stage.</param>
    /// <param name="who">The transform that asks, for messages.</param>
    /// <exception cref="DataFormatException">The stage is not read.</exception>
    public static IReadOnlyList<StageOutput> Said(Sample sample, string from, string who) => sample.Earlier.TryGetValue(from, out var said) && said.Count > 0
        ? said
        : throw new DataFormatException($"{who} finds nothing that the stage '{from}' said of the case. Name it in the stage's 'reads'"
            + (sample.Earlier.Count == 0 ? "." : $", or take one of {string.Join(", ", sample.Earlier.Keys.Select(name => $"'{name}'"))}."));

    /// <summary>The findings of a case as one: those of a case that the earlier stage has too as they are, those of its slices joined along the normal.</summary>
    /// <param name="sample">A sample of a stage that reads the other.</param>
    /// <param name="from">The earlier stage; it finds objects or segments.</param>
    /// <param name="who">The transform that asks, for messages.</param>
    /// <param name="join">How findings of neighbouring slices become one.</param>
    /// <returns>Objects on the earlier stage's grid, from the highest score down; none is a result too. No truths.</returns>
    /// <exception cref="DataFormatException">The stage is not read or finds nothing of that kind, or its cases are no slices of one series.</exception>
    public static CaseFindings Of(Sample sample, string from, string who, JoinOptions join)
    {
        var findings = Said(sample, from, who).Select(output => output.Findings ?? throw new DataFormatException(
            $"{who} needs what the stage '{from}' found, and that stage gives labels alone. Read a stage whose trainer has 'objects' or 'masks'.")).ToList();
        return findings is [{ Grid.Dimensions: 3 } whole] ? whole : SliceJoining.Join(findings, join);
    }
}
