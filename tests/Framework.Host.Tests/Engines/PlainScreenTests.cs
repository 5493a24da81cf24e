using Framework.Host.Engines;
using Framework.Host.Terminal;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Engines;

public sealed class PlainScreenTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    private PlainScreen Screen => new(new HostTerminal(TextWriter.Null, _output), _time);

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Track_Minutes_SaysEveryTenSecondsWhereItIsAndWhatIsLeft()
    {
        Screen.Track("classify.0.0", progress =>
        {
            for (var step = 0; step <= 20; step++)
            {
                progress.Report(new Advance(step, 100, $"step {step}"));
                _time.Now += TimeSpan.FromSeconds(1);
            }

            return true;
        });

        Assert.Equal("classify.0.0\nclassify.0.0: 10 % (0:01:30 left) step 10\nclassify.0.0: 20 % (0:01:20 left) step 20\nclassify.0.0: done in 0:00:21\n", _output.ToString());
    }

    [Fact]
    public void Track_Resumed_EstimatesFromWhatThisProcessDid()
    {
        Screen.Track("classify.0.0", progress =>
        {
            progress.Report(new Advance(80, 100));
            _time.Now += TimeSpan.FromSeconds(10);
            progress.Report(new Advance(90, 100));
            return true;
        });

        Assert.Equal("classify.0.0\nclassify.0.0: 90 % (0:00:10 left)\nclassify.0.0: done in 0:00:10\n", _output.ToString());
    }

    [Fact]
    public void Warn_Any_BeginsWithTheWord()
    {
        Screen.Warn("two cases are left out.");

        Assert.Equal("warning: two cases are left out.\n", _output.ToString());
    }
}
