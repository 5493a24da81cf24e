using Framework.Components.Data.Cohorts;

namespace Framework.Components.Tests.Data.Cohorts;

public sealed class CohortSlicesTests : IDisposable
{
    private readonly CohortFolder _folder = new("1.png", "2.png", "3.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_SeriesAndPositionColumns_SayWhereASliceLies()
    {
        var index = Index("patient,scan,series,z\np1,1.png,s1,-2.5\np1,2.png,s1,0\np2,3.png,s2,1e1\n");
        Assert.Empty(index.Problems);
        Assert.Equal([("s1", -2.5), ("s1", 0), ("s2", 10)], index.Cases.Select(item => (item.Series, item.Position)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("top")]
    [InlineData("inf")]
    public void Index_PositionThatIsNoNumber_IsAProblemOfItsRow(string position)
    {
        var problem = Assert.Single(Index($"patient,scan,series,z\np1,1.png,s1,{position}\n").Problems);
        Assert.Equal("cohort.csv:2: 'z' is no number of millimetres. Correct it.", problem.ToString());
    }

    private DataIndex Index(string table)
    {
        _folder.Write("cohort.csv", table);
        return CohortFolder.Index(_folder.Options() with { Series = "series", Position = "z" });
    }
}
