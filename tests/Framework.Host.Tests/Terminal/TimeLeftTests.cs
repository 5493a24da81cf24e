using Framework.Host.Terminal;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Terminal;

public sealed class TimeLeftTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Left_NothingGained_IsNotKnown()
    {
        var left = new TimeLeft(_time);
        Assert.Null(left.Left);

        left.Note(0.25);
        _time.Now += TimeSpan.FromSeconds(10);

        Assert.Null(left.Left);
    }

    [Fact]
    public void Left_StoppedForAnHour_DoesNotCountTheHour()
    {
        var left = new TimeLeft(_time);
        left.Note(0);
        _time.Now += TimeSpan.FromSeconds(10);
        left.Note(0.2);
        Assert.Equal(TimeSpan.FromSeconds(40), left.Left);

        _time.Now += TimeSpan.FromHours(1);
        left.Restart();
        _time.Now += TimeSpan.FromSeconds(10);
        left.Note(0.4);

        Assert.Equal(30, left.Left!.Value.TotalSeconds, 1e-6);
    }

    [Fact]
    public void Words_BeyondADay_CountsHours() => Assert.Equal("49:00:05", TimeLeft.Words(TimeSpan.FromHours(49) + TimeSpan.FromSeconds(5)));
}
