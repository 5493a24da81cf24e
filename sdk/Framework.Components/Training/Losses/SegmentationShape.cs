using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Logits and masks of a network that segments, in one form.</summary>
internal static class SegmentationShape
{
    /// <summary>The batch's mask for logits (case, class, ...).</summary>
    /// <exception cref="ExperimentException">The batch has no mask, or the logits have another size or other classes than it.</exception>
    public static torch.Tensor MaskOf(string component, ModelOutput output, Batch batch, int classes)
    {
        var mask = batch.Mask ?? throw new ExperimentException($"'{component}' learns from masks, and the batches have none. Set trainer.masks, such as {{ classes: [background, lesion] }}.");
        var (logits, expected) = (output.Logits.shape, mask.shape);
        var fits = logits.Length == expected.Length + 1 && logits[0] == expected[0] && logits.Skip(2).SequenceEqual(expected.Skip(1));
        if (!fits || (logits[1] != classes && !(logits[1] == 1 && classes == 2)))
        {
            throw new ExperimentException(
                $"'{component}' needs a logit for each of {classes} classes and each voxel of the masks, ({expected[0]}, {classes}, {string.Join(", ", expected.Skip(1))}); the model gives ({string.Join(", ", logits)}). Use a model that segments, such as unet.");
        }

        return mask;
    }

    /// <summary>Probabilities of all classes, (case, class, ...): a softmax, or a sigmoid where two classes share one logit.</summary>
    public static torch.Tensor Probabilities(torch.Tensor logits)
    {
        if (logits.shape[1] > 1)
            return torch.nn.functional.softmax(logits, 1);
        var foreground = logits.sigmoid();
        return torch.cat([1 - foreground, foreground], 1);
    }

    /// <summary>Logarithms of the probabilities of all classes.</summary>
    public static torch.Tensor LogProbabilities(torch.Tensor logits) => logits.shape[1] > 1
        ? torch.nn.functional.log_softmax(logits, 1)
        : torch.cat([torch.nn.functional.logsigmoid(-logits), torch.nn.functional.logsigmoid(logits)], 1);
}
