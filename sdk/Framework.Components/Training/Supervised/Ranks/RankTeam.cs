using System.Globalization;
using System.Text;
using Framework.Components.Data.Loading;
using Framework.Torch;
using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>The ranks that train one unit together, as one of them sees them.</summary>
/// <remarks>
/// Sums of losses and normalisation go by connections of their own on the CPU, so that they do not queue behind gradients. NCCL has one queue for all: two of its groups on
/// one device can wait for each other. Figures of ranks on GPUs go by the CPU too, or by NCCL where libtorch came without Gloo's headers.
/// </remarks>
internal sealed class RankTeam : IDisposable
{
    private static readonly TimeSpan ToCome = TimeSpan.FromMinutes(10);
    private readonly RankPlace _place;
    private readonly string _unit;
    private readonly RendezvousStore _store;
    private readonly ProcessGroup _figures;
    private readonly torch.Device _figuresAt;

    private RankTeam(string unit, torch.Device device, RankPlace place)
    {
        (_place, _unit) = (place, unit);
        _store = RendezvousStore.Connect(place.Store, ToCome);
        var cpu = new torch.Device(DeviceType.CPU);
        Gradients = Open("gradients", device);
        Sums = device.type == DeviceType.CUDA ? Gradients : Open("sums", cpu);
        _figuresAt = DistributedEngine.Connects(DeviceType.CPU) ? cpu : device;
        _figures = device.type != _figuresAt.type ? Open("figures", cpu) : Sums;
    }

    public int Rank => _place.Rank;

    public int Size => _place.Size;

    /// <summary>Sums gradients, and nothing else while a backward pass runs.</summary>
    public ProcessGroup Gradients { get; }

    /// <summary>Sums what losses and normalisation need.</summary>
    public ProcessGroup Sums { get; }

    public LoaderPart Part => new(Rank, Size);

    /// <summary>Waits for the others.</summary>
    /// <exception cref="TrainingException">They did not come.</exception>
    public static RankTeam Join(string unit, torch.Device device, RankPlace place)
    {
        try
        {
            return new RankTeam(unit, device, place);
        }
        catch (EngineException e)
        {
            throw new TrainingException($"{unit}: {e.Message}", e);
        }
    }

    /// <summary>What a rank says of its part of a batch.</summary>
    /// <param name="rows">Of the whole batch.</param>
    public BatchPart PartOf(int rows) => new((double)Part.Own(rows) / rows, Sums.Sum);

    /// <summary>Figures of all ranks, by rank.</summary>
    /// <param name="own">As many on each.</param>
    public double[][] Gather(params double[] own)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return [.. _figures.AllGather(torch.tensor(own).to(_figuresAt)).cpu().data<double>().ToArray().Chunk(Math.Max(1, own.Length))];
    }

    /// <summary>Figures of all ranks, by rank, where some have more than others.</summary>
    public double[][] GatherUneven(double[] own)
    {
        var counts = Gather(own.Length);
        var longest = (int)counts.Max(count => count[0]);
        if (longest == 0)
            return [.. counts.Select(_ => Array.Empty<double>())];
        double[] padded = [.. own, .. new double[longest - own.Length]];
        return [.. Gather(padded).Select((all, rank) => all[..(int)counts[rank][0]])];
    }

    /// <summary>Rank 0's bytes on all ranks.</summary>
    /// <param name="own">Read on rank 0 alone.</param>
    public byte[] Share(byte[] own)
    {
        using var scope = torch.NewDisposeScope();
        var length = torch.tensor(own.LongLength).to(_figuresAt);
        _figures.Broadcast(length);
        var bytes = Rank == 0 ? torch.tensor(own).to(_figuresAt) : torch.zeros([length.item<long>()], dtype: torch.ScalarType.Byte, device: _figuresAt);
        if (bytes.numel() > 0)
            _figures.Broadcast(bytes);
        return Rank == 0 ? own : bytes.cpu().data<byte>().ToArray();
    }

    /// <summary>Gives tensors the values that rank 0's have.</summary>
    /// <param name="tensors">The same on all ranks, in the same order.</param>
    public void Share(IEnumerable<torch.Tensor> tensors)
    {
        using var noGradient = torch.no_grad();
        foreach (var tensor in tensors.Where(tensor => tensor.numel() > 0))
        {
            using var scope = torch.NewDisposeScope();
            // Ranks may lay a tensor out otherwise, and numbers are sent as they lie.
            var laid = tensor.to(_figuresAt).contiguous();
            _figures.Broadcast(laid);
            if (Rank > 0)
                tensor.copy_(laid);
        }
    }

    /// <summary>Says something to all others, whenever they ask.</summary>
    /// <param name="what">A name that is used once.</param>
    /// <param name="text">What is said.</param>
    public void Tell(string what, string text) => _store.Set(KeyOf(what), text);

    /// <summary>Waits for what rank 0 tells, as long as it takes.</summary>
    /// <param name="what">A name that is used once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public string Hear(string what, CancellationToken cancellation) => Encoding.UTF8.GetString(_store.Wait(KeyOf(what), Timeout.InfiniteTimeSpan, cancellation));

    /// <summary>The error for a step that another rank did not finish.</summary>
    public TrainingException Lost(long step, Exception error) => new(
        string.Create(CultureInfo.InvariantCulture, $"{_unit}: rank {Rank} of {Size} lost another one at step {step}: {error.Message.Split('\n')[0].TrimEnd('.')}. Run the same command again: it goes on from the last checkpoint."), error);

    public void Dispose()
    {
        if (!ReferenceEquals(_figures, Sums))
            _figures.Dispose();
        if (!ReferenceEquals(Sums, Gradients))
            Sums.Dispose();
        Gradients.Dispose();
        _store.Dispose();
    }

    private ProcessGroup Open(string name, torch.Device device) => ProcessGroup.Open(_store, KeyOf(name), Rank, Size, device, ProcessGroup.DefaultTimeout);

    private string KeyOf(string name) => $"{_place.Key}/{name}";
}
