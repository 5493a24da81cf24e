using System.Xml.Linq;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Tests.Reporting;

public sealed class FlowDiagramTests
{
    [Fact]
    public void Svg_StepsAndParts_SaysWhatWasLeftOutAndWhatRemains()
    {
        var svg = XElement.Parse(FlowDiagram.Svg([new FlowStep("indeterminate <myelogram>", 12, 118, 110)], [new PartSummary("train", 80, 88, []), new PartSummary("test", 30, 30, [])]));

        Assert.Equal(
            ["found", "130 cases", "indeterminate <myelogram>", "left out: 12", "118 cases", "of 110 subjects", "train", "88 cases", "80 subjects", "test", "30 cases", "30 subjects"],
            svg.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
    }
}
