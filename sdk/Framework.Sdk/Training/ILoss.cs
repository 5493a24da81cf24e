using TorchSharp;

namespace Framework.Sdk;

/// <summary>A loss over a batch, and the probabilities that its logits stand for.</summary>
public interface ILoss : IDisposable
{
    /// <summary>The scalar to minimise.</summary>
    /// <param name="output">The model's outputs for the batch.</param>
    /// <param name="batch">Targets; missing labels (NaN) do not count.</param>
    torch.Tensor Compute(ModelOutput output, Batch batch);

    /// <summary>
    /// Whether <see cref="Compute"/> of the parts of a batch (<see cref="Batch.Part"/>) adds up to that of the whole: sums that it divides by are <see cref="Batch.Total"/>s, a
    /// mean over cases is multiplied by <see cref="Batch.Share"/>. Where it does not, several ranks cannot train with it.
    /// </summary>
    bool AddsUpOverRanks => false;

    /// <summary>Outputs as probabilities: (case, label), or (case, class, y, x) and (case, class, z, y, x) for a network that segments.</summary>
    /// <param name="output">The model's outputs.</param>
    torch.Tensor Probabilities(ModelOutput output);

    /// <summary>
    /// Probabilities of the classes of each voxel, (case, class, y, x) or (case, class, z, y, x), where the model segments beside answering labels;
    /// null where <see cref="Probabilities"/> says everything.
    /// </summary>
    /// <param name="output">The model's outputs.</param>
    torch.Tensor? VoxelProbabilities(ModelOutput output) => null;

    /// <summary>The terms that the loss is made of, scalars by name (a head, a label...): asked for when it is not finite, to say which one is not.</summary>
    /// <param name="output">The model's outputs for the batch.</param>
    /// <param name="batch">Targets; missing labels (NaN) do not count.</param>
    IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch) => System.Collections.ObjectModel.ReadOnlyDictionary<string, torch.Tensor>.Empty;
}
