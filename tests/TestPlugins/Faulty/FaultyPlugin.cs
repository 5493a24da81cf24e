using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Framework.Sdk;

namespace Faulty;

public sealed class FaultyPlugin : IPlugin
{
    public void Register(IComponentRegistry components) => components.Add<ITransform, FaultyTransform, FaultyOptions>("faulty");
}

public sealed record FaultyOptions
{
    public string How { get; init; } = "";
}

/// <summary>Does to its process what plugins do in bad hours, in workers alone, so that planning succeeds.</summary>
public sealed class FaultyTransform : ITransform
{
    private static readonly List<byte[]> Leaked = new();
    private readonly string _how;
    private readonly bool _isWorker = Environment.GetCommandLineArgs().Contains("unit");

    public FaultyTransform(FaultyOptions options) => _how = options.How;

    /// <summary>What is prepared once only would dawdle once only.</summary>
    public bool IsRandom => _how == "dawdles";

    public Sample Apply(Sample sample, TransformContext context)
    {
        if (!_isWorker)
            return sample;
        if (_how == "hangs")
            Thread.Sleep(Timeout.Infinite);
        if (_how == "aborts")
            Abort();
        if (_how == "dawdles")
            lock (Leaked) // one sample at a time, however many threads there are
                Thread.Sleep(50);
        while (_how == "leaks")
            lock (Leaked)
                Leaked.Add(new byte[10_000_000]);
        for (var ones = Enumerable.Repeat((byte)1, 10_000_000).ToArray(); _how == "leaks-natively";)
            Marshal.Copy(ones, 0, Marshal.AllocHGlobal(ones.Length), ones.Length); // what is never written takes no memory
        return sample;
    }

    [DllImport("libc", EntryPoint = "abort")]
    private static extern void Abort();
}
