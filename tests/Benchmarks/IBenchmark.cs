namespace Framework.Benchmarks;

/// <summary>One measurement, and the script that measures the same thing in Python.</summary>
internal interface IBenchmark : IDisposable
{
    /// <summary>The name the docs quote: <c>train-step.resnet34.fp32</c>.</summary>
    string Name { get; }

    /// <summary>What is done, in one line, for the table.</summary>
    string What { get; }

    /// <summary>Unit of the figure.</summary>
    string Unit { get; }

    /// <summary>True for seconds, false for rates.</summary>
    bool LowerIsBetter { get; }

    /// <summary>How many pairs are taken of each pair of processes.</summary>
    int Pairs { get; }

    /// <summary>How many pairs of processes there are, one after the other: what memory holds, and where, differs from process to process.</summary>
    int Processes => 1;

    /// <summary>How long figures of both are thrown away first, in turns: until the runtime has compiled what runs often, on a core that both need.</summary>
    TimeSpan WarmUp => TimeSpan.Zero;

    /// <summary>Images in a step, for images/s and memory; null for what is no network.</summary>
    int? Images => null;

    /// <summary>Whether there is a peer; its arguments may be known later.</summary>
    bool HasPeer => true;

    /// <summary>The peer: script under Peers/ and its arguments, and its name for the table; null where there is none. Its arguments are known once prepared.</summary>
    PeerCommand? Peer { get; }

    /// <summary>Everything before the first measurement: files, networks, one warm-up.</summary>
    void Prepare();

    /// <summary>Measures once.</summary>
    double Measure();

    /// <summary>The most memory that the work had at one time, in MiB; NaN where nobody counts it.</summary>
    double PeakMemory() => ProcessMemory.Peak();
}
