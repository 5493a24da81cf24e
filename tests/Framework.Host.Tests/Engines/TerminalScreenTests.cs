using Framework.Host.Engines;
using Framework.Host.Terminal;
using Framework.Host.Tests.Engines.Study;
using Framework.Host.Tests.Terminal;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class TerminalScreenTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly TerminalScreen _screen;

    public TerminalScreenTests() => _screen = new TerminalScreen(new HostTerminal(TextWriter.Null, _output, null, Looks.Wide(60)), _time);

    /// <summary>What stands on the screen in the end: what was drawn in place is gone.</summary>
    private string Left => string.Join('\n', _output.ToString().Split('\n').Select(line => line[(Math.Max(line.LastIndexOf("\e[J", StringComparison.Ordinal), line.LastIndexOf("\e[K", StringComparison.Ordinal)) is >= 0 and var at ? at + 3 : 0)..]));

    public void Dispose()
    {
        _screen.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void Track_Done_LeavesOneLineWithItsTime()
    {
        var result = _screen.Track("classify.0.0", progress =>
        {
            progress.Report(new Advance(50, 100, "epoch 1"));
            _time.Now += TimeSpan.FromSeconds(90);
            _screen.Line("classify.0.0: the loader takes at most 3 MB");
            return 7;
        });

        Assert.Equal(7, result);
        Assert.Equal("classify.0.0: the loader takes at most 3 MB\nclassify.0.0: done in 0:01:30\n", Left);
    }

    [Fact]
    public void Track_AMoment_NeedsNoTime()
    {
        _screen.Track("reading the index", _ => true);

        Assert.Equal("reading the index\n", Left);
    }

    [Fact]
    public void Track_Failed_SaysHowFarItWas()
    {
        Assert.Throws<TrainingException>(() => _screen.Track<bool>("classify.0.0", progress =>
        {
            progress.Report(new Advance(63, 100, "epoch 6, loss NaN"));
            throw new TrainingException("it diverged.");
        }));

        Assert.Equal("classify.0.0: 63 % epoch 6, loss NaN\n", Left);
    }

    [Fact]
    public void Show_WorksSideBySide_HaveALineEachUntilTheyEnd()
    {
        _screen.Show([("tiny classify.0.0", new Advance(1, 4, "epoch 1")), ("tiny classify.1.0", new Advance(0, 0))]);
        _time.Now += TimeSpan.FromSeconds(10);
        _screen.Show([("tiny classify.0.0", new Advance(2, 4, "epoch 1"))]);
        _screen.Show([]);

        Assert.Equal(
            "tiny classify.0.0  ━━──────  25 %  epoch 1\ntiny classify.1.0  0:00:00"
            + "\r\e[1A\e[J" + "tiny classify.0.0  ━━━━────  50 %  0:00:20 left  epoch 1" + "\r\e[K",
            _output.ToString());
    }
}
