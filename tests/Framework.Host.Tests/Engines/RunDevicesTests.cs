using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>What a run says of the devices that its networks worked on.</summary>
public sealed class RunDevicesTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Of_JobsThatFoundTheirDevices_IsWhatTheUnitsSay()
    {
        var run = _bench.Run(_bench.Load());
        Assert.All(run.Units, unit => Assert.Equal("cpu", unit.Status!.Device));
        run.Provenance = run.Provenance! with { Starts = [run.Provenance.Starts[0] with { Device = null }] };
        run.Units[0].Write(run.Units[0].Status! with { Device = "cuda:0" });

        Assert.Equal(["cpu", "cuda:0"], RunDevices.Of(run));
        Assert.StartsWith("cpu and cuda:0, ", ProvenanceSummary.Of(run).Single(pair => pair.Name == "device").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RunOfAnOlderVersion_IsTheDeviceOfItsStart()
    {
        var run = _bench.Run(_bench.Load());
        foreach (var unit in run.Units)
            unit.Write(unit.Status! with { Device = null });

        Assert.Equal(["cpu"], RunDevices.Of(run));
    }

    [Fact]
    public void Of_JobsThatHaveNotBegun_IsNotKnown()
    {
        var run = _bench.Run(_bench.Load());
        run.Provenance = run.Provenance! with { Starts = [run.Provenance.Starts[0] with { Device = null }] };
        foreach (var unit in run.Units)
            unit.Write(unit.Status! with { State = UnitState.Running });

        Assert.Empty(RunDevices.Of(run));
        Assert.StartsWith("each job's own, ", ProvenanceSummary.Of(run).Single(pair => pair.Name == "device").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_DeviceThatIsNotHere_NamesTheRunsAndTheWayOut()
    {
        var run = _bench.Run(_bench.Load());
        foreach (var unit in run.Units)
            unit.Write(unit.Status! with { Device = "cuda:99" });

        var error = Assert.Throws<ExperimentException>(() => RunSettings.Of(run));

        Assert.Equal("the run's networks worked on 'cuda:99', and this machine has no such device. Do this where there is one, or say --device cpu where the command takes it: figures differ in their last digits then.", error.Message);
        Assert.Equal(TorchSharp.DeviceType.CPU, RunSettings.Of(run, "cpu").Device.type);
    }
}
