using Framework.Host.Terminal;

namespace Framework.Host.Tests.Terminal;

public sealed class FooterTests
{
    [Fact]
    public void Change_SameWidth_TakesThePlaceOfWhatWasThere()
    {
        var footer = new Footer(Looks.Wide(40));

        Assert.Equal("50 %", footer.Change(["50 %"]));
        Assert.Equal("\r\e[K60 %\nb", footer.Change(["60 %", "b"]));
        Assert.Equal("\r\e[1A\e[J", footer.Change([]));
        Assert.Equal("", footer.Change([]));
    }

    [Fact]
    public void Change_NarrowerSince_TakesAwayTheRowsThatTheTerminalHasWrapped()
    {
        var columns = 40;
        var footer = new Footer(Looks.Wide(40) with { Size = () => (columns, 24) });
        footer.Change([$"\e[32m{new string('a', 30)}\e[0m"]); // colours take no columns

        columns = 20;

        Assert.Equal("\r\e[1A\e[Jb", footer.Change(["b"]));
    }

    [Fact]
    public void Drawing_MoreLinesThanRows_LeavesARowForWhatIsSaid()
    {
        var footer = new Footer(Looks.Wide(40, rows: 3));

        Assert.Equal("1\n2", footer.Change(["1", "2", "3"]));
        Assert.Equal("\r\e[1A\e[J", footer.Erasure());
    }

    [Fact]
    public void Forget_StoppedAndContinued_TakesNothingAwayOfWhatOthersWrote()
    {
        var footer = new Footer(Looks.Wide(40));
        footer.Change(["1", "2"]);

        footer.Forget();

        Assert.Equal("\r\e[K3", footer.Change(["3"]));
    }
}
