using Microsoft.Extensions.Logging;
using static TorchSharp.torch;

namespace Framework.Components.Models.Weights;

/// <summary>Starts a network from a file of weights.</summary>
public static class PretrainedWeights
{
    /// <summary>Copies the file's tensors into the parameters and buffers of the same names, and says in the log what fitted.</summary>
    /// <param name="network">On the CPU. Its names and shapes must be the file's, except where the request allows otherwise.</param>
    /// <param name="request">Which weights, and how freely they may differ.</param>
    /// <remarks>
    /// Batch counters (<c>num_batches_tracked</c>) may be missing or left over: older files have none, and frozen normalisation needs none.
    /// Files of torchvision's whose names are from before a renaming load as if they had today's.
    /// </remarks>
    /// <exception cref="DataFormatException">The file is not there, damaged, or does not fit; nothing was copied then.</exception>
    public static WeightsReport Load(nn.Module network, PretrainedRequest request)
    {
        using var file = WeightsFile.Open(WeightsFolder.Ours.Find(request.Weights, request.Architecture));
        var match = new WeightsMatch(network, file, request);
        var report = match.Report;
        if (!report.Fits)
            throw new DataFormatException($"{file.Path}: these weights do not fit {request.Architecture}: {string.Join("; ", report.Lines)}. {match.Remedy}");
        match.Copy();
        foreach (var line in report.Lines)
            request.Log?.LogInformation("{File}: {Line}", file.Path, line);
        return report;
    }
}
