using System.Globalization;
using Framework.Host.Ranks;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>What <c>--device</c> means on this machine.</summary>
internal static class DeviceChoice
{
    /// <summary>The name of whatever is best here.</summary>
    public const string Auto = "auto";

    /// <summary>The name of the processors.</summary>
    public const string Cpu = "cpu";

    /// <summary>The device of one of several ranks: each of a machine has one of its own.</summary>
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    /// <param name="launch">The rank.</param>
    /// <exception cref="ExperimentException">As for a process alone, or two of them would have one device.</exception>
    public static torch.Device Resolve(string name, RankLaunch launch)
    {
        var device = Resolve(name);
        if (device.type != DeviceType.CUDA)
            return device;
        var (count, ranks) = (Count(), launch.LocalSize);
        var isOne = name.StartsWith("cuda:", StringComparison.Ordinal);
        if (isOne && (ranks == 1 || (count == 1 && !launch.StartsOthers))) // a scheduler may show each rank nothing but its own
            return device;
        if (isOne)
            throw new ExperimentException($"--device: '{name}' is one device, and {ranks} ranks of this machine need one each. Use --device cuda, which shares out those that are here, or --device cpu.");
        if (ranks > count && (count > 1 || launch.StartsOthers))
            throw new ExperimentException($"--device: {ranks} ranks of this machine need a CUDA device each, and there {(count == 1 ? "is 1" : $"are {count}")}. Use fewer ranks, or --device cpu.");
        return new torch.Device(DeviceType.CUDA, launch.LocalRank % count);
    }

    /// <summary>The device of that name.</summary>
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    /// <exception cref="ExperimentException">The name is none, or the device is not there: a run never falls back to the CPU in silence.</exception>
    public static torch.Device Resolve(string name)
    {
        if (name == Cpu)
            return torch.CPU;
        if (name == Auto)
            return Count() > 0 ? new torch.Device(DeviceType.CUDA, 0) : torch.CPU;
        CheckName(name);
        var index = IndexOf(name)!.Value;
        var count = Count();
        if (count == 0)
            throw new ExperimentException($"--device: '{name}' was asked for, but libtorch finds no CUDA device here. "
                + "Use --device cpu, or set LIBTORCH to a libtorch with CUDA; `framework doctor` shows what there is.");
        if (index >= count)
            throw new ExperimentException($"--device: '{name}' was asked for, but there are {count} CUDA devices here: "
                + $"'cuda:0' to 'cuda:{count - 1}'.");
        return new torch.Device(DeviceType.CUDA, index);
    }

    /// <summary>Looks at the name alone: the device is another machine's.</summary>
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    /// <exception cref="ExperimentException">The name is none.</exception>
    public static void CheckName(string name)
    {
        if (name is not (Auto or Cpu) && IndexOf(name) is null)
            throw new ExperimentException($"--device: '{name}' is no device. Use 'auto', 'cpu' or 'cuda:0'.");
    }

    private static int Count() => torch.cuda.is_available() ? torch.cuda.device_count() : 0;

    private static int? IndexOf(string name)
    {
        if (name == "cuda")
            return 0;
        return name.StartsWith("cuda:", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
