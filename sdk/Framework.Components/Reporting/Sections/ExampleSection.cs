using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Reporting.Sections;

/// <summary>Cases as images: what the model saw, what it said, what is true; the most confident first, right ones and wrong ones.</summary>
internal static class ExampleSection
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        if (input.Examples.Count > 0)
            yield return new ReportSection(ReportPlace.Examples, "Best and worst cases",
                [.. Group("Right, most confident first", input.Examples.Where(example => example.Right), "right", Tone.Good), .. Group("Wrong, most confident first", input.Examples.Where(example => !example.Right), "wrong", Tone.Bad)]);
    }

    private static IEnumerable<ReportBlock> Group(string heading, IEnumerable<ExampleCase> examples, string name, Tone tone)
    {
        var ordered = examples.OrderByDescending(example => Math.Abs(example.Output - example.Threshold)).ToArray();
        yield return new HeadingBlock(heading);
        if (ordered.Length == 0)
            yield return new TextBlock("None.");
        for (var i = 0; i < ordered.Length; i++)
        {
            var example = ordered[i];
            yield return new ImageBlock(
                FormattableString.Invariant($"example.{name}.{i}"), example.Image.ToPng(), FormattableString.Invariant($"{example.Label}: {example.Output:F2}, {(example.Target >= 0.5 ? "present" : "absent")}\n{example.Case}"))
            {
                Description = $"Case {example.Case} as the network saw it",
                Tone = tone,
            };
        }
    }
}
