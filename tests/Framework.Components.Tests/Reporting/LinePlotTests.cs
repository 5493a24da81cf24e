using System.Xml.Linq;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Tests.Reporting;

public sealed class LinePlotTests
{
    [Fact]
    public void ToSvg_UnitSquare_PutsCornersAtTheEndsOfTheAxes()
    {
        var path = PathOf(Plot(new PlotSeries("diagonal", [(0, 0), (1, 1)], "#000")));

        Assert.Equal("M52.0 256.0L348.0 30.0", path);
    }

    [Fact]
    public void ToSvg_Step_RisesBeforeItGoesOn()
    {
        var path = PathOf(Plot(new PlotSeries("precision", [(0, 1), (1, 0)], "#000", Step: true)));

        Assert.Equal("M52.0 30.0V256.0L348.0 256.0", path);
    }

    [Fact]
    public void ToSvg_PointThatIsNotFinite_BreaksTheLine()
    {
        var path = PathOf(Plot(new PlotSeries("gap", [(0, 0), (0.5, double.NaN), (1, 1)], "#000")));

        Assert.Equal("M52.0 256.0M348.0 30.0", path);
    }

    [Fact]
    public void ToSvg_NamesWithMarkup_StayText()
    {
        var svg = XElement.Parse(Plot(new PlotSeries("<b>&\"", [(0, 0)], "#000")).ToSvg());

        Assert.Contains(svg.Elements().Where(element => element.Name.LocalName == "text"), text => text.Value == "<b>&\"");
    }

    [Theory]
    [InlineData(0.0, 1.0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(1.0, 8.0, "1 2 3 4 5 6 7 8")]
    [InlineData(-0.3, 0.2, "-0.3 -0.2 -0.1 0.0 0.1 0.2")]
    [InlineData(5.0, 5.0, "4.6 4.8 5.0 5.2 5.4")]
    public void ToSvg_Range_HasRoundTicks(double low, double high, string expected)
    {
        var plot = Plot(new PlotSeries("line", [(low, 0), (high, 1)], "#000")) with { UnitSquare = false };
        var ticks = XElement.Parse(plot.ToSvg()).Elements().Where(element => element.Name.LocalName == "text" && element.Attribute("text-anchor")?.Value == "middle" && element.Attribute("y")?.Value == "271").Select(element => element.Value);

        Assert.Equal(expected, string.Join(' ', ticks));
    }

    private static LinePlot Plot(PlotSeries series) => new() { Title = "t", XLabel = "x", YLabel = "y", UnitSquare = true, Series = [series] };

    private static string PathOf(LinePlot plot) => XElement.Parse(plot.ToSvg()).Elements().Single(element => element.Name.LocalName == "path").Attribute("d")!.Value;
}
