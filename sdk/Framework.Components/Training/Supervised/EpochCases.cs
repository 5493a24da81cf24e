using Framework.Components.Data.Loading;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>How many cases an epoch shows: all, or one fewer where the last batch would be of one case and the network normalises over batches.</summary>
/// <remarks>
/// Of a single case there is no variance to normalise by: at best its statistics are its own image's, at worst, where one value is left of each channel, there are none. The case that
/// stands last is left for another epoch, whose order is another one.
/// </remarks>
/// <param name="All">Cases of the training part, or draws of a sampler.</param>
/// <param name="Count">Those that an epoch shows.</param>
/// <param name="BatchSize">Cases in a batch.</param>
internal readonly record struct EpochCases(int All, int Count, int BatchSize)
{
    /// <summary>Batches of an epoch.</summary>
    public int Batches => (Count + BatchSize - 1) / BatchSize;

    /// <summary>Whether one case waits for another epoch.</summary>
    public bool LeavesOne => Count < All;

    /// <summary>What is left out and why.</summary>
    public string InWords => FormattableString.Invariant(
        $"each epoch shows {Count} of {All} training cases: in batches of {BatchSize} the last one would stand alone, and the network normalises over batches. Another case is left out each time.");

    /// <summary>What an epoch of a network shows.</summary>
    public static EpochCases Of(int cases, int batchSize, torch.nn.Module network) =>
        new(cases, cases > 1 && batchSize > 1 && cases % batchSize == 1 && network.modules().Any(part => part is BatchNorm) ? cases - 1 : cases, batchSize);

    /// <summary>The pass without the case that would stand alone.</summary>
    public LoaderPass Of(LoaderPass pass) => LeavesOne ? pass with { Order = [.. pass.Order.Take(Count)] } : pass;
}
