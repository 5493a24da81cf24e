using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Runs;

public sealed class UnitLogTests : IDisposable
{
    private const string First = """{"kind":"step","epoch":0,"step":1,"values":{"train_loss":0.5}}""" + "\n";
    private const string Second = """{"kind":"step","epoch":0,"step":2,"values":{"train_loss":0.25}}""" + "\n";
    private readonly TemporaryFolder _folder = new();

    private string Events => _folder.File("events.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_TwoEvents_IsALineEachOnTheDiskAtOnce()
    {
        using var log = Open();

        log.Add(Event(1, 0.5));
        log.Add(Event(2, 0.25));

        Assert.Equal(First + Second, ReadShared());
    }

    [Fact]
    public void Add_LossNotFinite_IsReadableAgain()
    {
        using (var log = Open())
            log.Add(Event(1, double.NaN));

        Assert.True(double.IsNaN(Assert.Single(UnitLog.Read(Events)).Values["train_loss"]));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, First)]
    [InlineData(2, First + Second)]
    [InlineData(9, First + Second)]
    public void Rewind_ToAStep_ForgetsWhatCameAfter(long step, string expected)
    {
        File.WriteAllText(Events, First + Second);
        using var log = Open();

        log.Rewind(step);

        Assert.Equal(expected, ReadShared());
    }

    [Fact]
    public void Rewind_ThenAdd_GoesOnWhereItWasCut()
    {
        File.WriteAllText(Events, First + Second);
        using var log = Open();

        log.Rewind(1);
        log.Add(Event(2, 0.25));

        Assert.Equal(First + Second, ReadShared());
    }

    [Theory]
    [InlineData("""{"kind":"step","epoch":0,"st""")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("{}{}\n")]
    public void Open_TornTail_KeepsTheWholeLinesBeforeIt(string tail)
    {
        File.WriteAllText(Events, First + Second + tail);

        using var log = Open();

        Assert.Equal(First + Second, ReadShared());
    }

    [Fact]
    public void Progress_FromTheTrainer_ReachesTheScreen()
    {
        TrainingProgress? seen = null;
        using var log = new UnitLog(Events, moment => seen = moment);

        log.Progress(new TrainingProgress(3, 10, 0, 0.5, 12));

        Assert.Equal(new TrainingProgress(3, 10, 0, 0.5, 12), seen);
    }

    private static TrainingEvent Event(long step, double loss) => new("step", 0, step, new Dictionary<string, double> { ["train_loss"] = loss });

    private UnitLog Open() => new(Events, _ => { });

    private string ReadShared()
    {
        using var reader = new StreamReader(new FileStream(Events, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
