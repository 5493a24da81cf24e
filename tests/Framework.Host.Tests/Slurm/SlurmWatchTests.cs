using Framework.Host.Batches.Slurm;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Slurm;

/// <summary>Waiting for jobs while the controller is away.</summary>
public sealed class SlurmWatchTests
{
    private const string Problem = "squeue says: slurm_load_jobs error: Unable to contact slurm controller (connect failure)";

    private static readonly QueueAnswer Away = new(null, Problem);
    private readonly ManualTime _time = new();
    private readonly List<string> _warnings = [];
    private readonly List<string> _changes = [];

    [Fact]
    public async Task End_ControllerAwayForHalfAnHourTwice_WarnsOfEachAndWaitsOn()
    {
        var states = await End([At("RUNNING"), .. Enumerable.Repeat(Away, 30), At("RUNNING"), .. Enumerable.Repeat(Away, 30), At("COMPLETED")]);

        Assert.Equal("COMPLETED", states.Of("12_0"));
        Assert.Equal(["RUNNING", "COMPLETED"], _changes);
        Assert.Equal(Enumerable.Repeat($"{Problem}. The jobs go on; it is asked again for 30 minutes.", 2), _warnings);
    }

    [Fact]
    public async Task End_ControllerAwayForLonger_SaysThatTheJobsGoOn()
    {
        var error = await Assert.ThrowsAsync<ExperimentException>(() => End([At("RUNNING"), .. Enumerable.Repeat(Away, 40)]));

        Assert.Equal($"--engine slurm: {Problem}. So it has been for 30 minutes. The jobs go on all the same: this command waits for them again, and `batch --status` says where they are.", error.Message);
        Assert.Single(_warnings);
    }

    private static QueueAnswer At(string state) => new(new QueueStates(new Dictionary<string, string> { ["12_0"] = state }), null);

    /// <summary>Waits for one job, of which the queue says this, once a minute.</summary>
    private Task<QueueStates> End(IReadOnlyList<QueueAnswer> answers)
    {
        var asked = 0;
        var watch = new SlurmWatch(_time, _warnings.Add)
        {
            Interval = TimeSpan.FromMilliseconds(1),
            Ask = () =>
            {
                _time.Now += TimeSpan.FromMinutes(1);
                return Task.FromResult(answers[asked++]);
            },
        };
        return watch.End([new SlurmJob("12_0", "classify.0.0")], (_, state) => _changes.Add(state), CancellationToken.None);
    }
}
