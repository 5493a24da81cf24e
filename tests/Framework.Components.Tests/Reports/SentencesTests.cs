using Framework.Components.Reports;

namespace Framework.Components.Tests.Reports;

public sealed class SentencesTests
{
    [Fact]
    public void Of_Text_EndsAtPointsThatEndSentences() => Assert.Equal(
        ["The disc is 4.5 mm.", "Dr. No compared it vs. 2019!", "Is it normal?", "Yes"],
        Sentences.Of("The disc is 4.5 mm. Dr. No compared it vs. 2019! Is it\nnormal? Yes"));

    [Fact]
    public void Of_Lists_TakesItemByItem() => Assert.Equal(
        ["L3-L4: normal", "L4-L5: bulge", "Second part"],
        Sentences.Of("- L3-L4: normal\n- L4-L5: bulge\n\nSecond part"));

    [Fact]
    public void Of_Nothing_IsEmpty() => Assert.Empty(Sentences.Of(" . \n"));

    [Fact]
    public void Sections_Headings_DivideTheReport()
    {
        var sections = ReportSection.Of(
            "MRI brain\nHistory: mass?\nFINDINGS:\nNormal ventricles. Technique is good. IMPRESSION: Normal.",
            ["history", "findings", "impression", "technique"]);

        Assert.Equal(
            [new("", "MRI brain"), new("history", "mass?"), new("findings", "Normal ventricles. Technique is good."), new("impression", "Normal.")],
            sections);
    }

    [Fact]
    public void Sections_WithoutHeadings_AreOne() => Assert.Equal([new ReportSection("", "Normal.")], ReportSection.Of(" Normal. ", []));
}
