using Framework.Sdk;
using TorchSharp;

namespace Framework.Benchmarks;

/// <summary>A network with what it is fed: one step of it is measured, in training and in inference.</summary>
internal sealed record NetworkTask
{
    /// <summary>For the benchmark's name and for the peer: <c>resnet50</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For the table: <c>ResNet-50, batch 8, 224 x 224</c>.</summary>
    public required string What { get; init; }

    /// <summary>What is not alike where both compute in 16 bits on a processor; null where all is.</summary>
    public string? PeerIn16Bits { get; init; }

    /// <summary>Makes the network, as an experiment would.</summary>
    public required IModelFactory Model { get; init; }

    /// <summary>(case, channel, y, x) or (case, channel, z, y, x).</summary>
    public required int[] Input { get; init; }

    /// <summary>Outputs, or a detector's classes.</summary>
    public required int Labels { get; init; }

    /// <summary>What else a batch holds beside random images.</summary>
    public required Func<NetworkTask, torch.Tensor, torch.Device, Batch> Batch { get; init; }

    /// <summary>From outputs to the loss that is followed.</summary>
    public required Func<ModelOutput, Batch, torch.Tensor> Loss { get; init; }

    /// <summary>Sides of the image.</summary>
    public int[] Sides => Input[2..];
}
