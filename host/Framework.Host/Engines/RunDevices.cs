using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>Where the networks of a run worked.</summary>
internal static class RunDevices
{
    /// <summary>The devices that its finished units say, each once; that of its last start where they say none, as in runs of older versions. Empty where nobody knows yet.</summary>
    public static IReadOnlyList<string> Of(RunFolder run)
    {
        string[] units = [.. run.Units.Select(unit => unit.Status).Where(status => status?.State == UnitState.Finished).Select(status => status!.Device).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return units.Length > 0 ? units : run.Provenance?.Starts is [.., { Device: { } device }] ? [device] : [];
    }
}
