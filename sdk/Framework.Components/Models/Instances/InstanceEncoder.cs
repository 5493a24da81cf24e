using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Features of every image of a batch of bags or series; padding is never encoded.</summary>
/// <param name="encoder">Null where the batch has feature vectors already.</param>
/// <param name="features">Length of a feature vector.</param>
/// <param name="chunk">How many images are encoded at a time; all at once where null.</param>
internal sealed class InstanceEncoder(IEncoder? encoder, int features, int? chunk) : IDisposable
{
    /// <summary>Length of a feature vector.</summary>
    public int Features => features;

    /// <summary>The encoder's parameters; null where feature vectors are given.</summary>
    public nn.Module? Module => encoder?.Module;

    /// <summary>Makes the encoder that a model's options ask for.</summary>
    /// <param name="component">The model, for messages.</param>
    /// <param name="context">Of inputs (feature, instance), (channel, instance, y, x) or (channel, instance, z, y, x).</param>
    /// <param name="factory">The encoder asked for.</param>
    /// <param name="chunk">How many images are encoded at a time.</param>
    public static InstanceEncoder Create(string component, ModelContext context, IModelFactory? factory, int? chunk)
    {
        var inputShape = context.InputShape;
        var shape = $"({string.Join(", ", inputShape)})";
        if (inputShape.Count == 2)
            return factory is null
                ? new InstanceEncoder(null, inputShape[0], chunk)
                : throw new ExperimentException($"'{component}' has an 'encoder', and the data are feature vectors (feature, instance), {shape}. Leave 'encoder' out.");
        if (inputShape.Count is not (4 or 5))
            throw new ExperimentException(
                $"'{component}' takes many images of a case, (channel, instance, y, x) or (channel, instance, z, y, x), or feature vectors, (feature, instance); the transforms leave {shape}.");
        if (factory is null)
            throw new ExperimentException($"'{component}' needs an 'encoder' for images {shape}. Add one, such as {{ use: resnet, depth: 18 }}.");
        if (factory is not IEncoderFactory encoders)
            throw new ExperimentException($"'{component}' needs an 'encoder' that gives one feature vector for an image, and this model gives none. Use resnet, resnext or densenet.");
        var encoder = encoders.CreateEncoder([inputShape[0], .. inputShape.Skip(2)], context.Pretrained);
        return new InstanceEncoder(encoder, encoder.Features, chunk);
    }

    /// <summary>Which instances are real: (case, instance); null where all are.</summary>
    public static Tensor? Mask(Batch batch)
    {
        if (batch.Instances is not { } counts)
            return null;
        using var scope = NewDisposeScope();
        var places = arange(batch.Image.shape[2], dtype: ScalarType.Int64, device: counts.device);
        return places.unsqueeze(0).lt(counts.unsqueeze(1)).MoveToOuterDisposeScope();
    }

    /// <summary>Features of the images.</summary>
    /// <param name="batch">Images (case, channel, instance, y, x), (case, channel, instance, z, y, x) or (case, feature, instance).</param>
    /// <param name="mask">(case, instance), true for real ones; null where all are.</param>
    /// <returns>(case, instance, feature), float32, 0 for padding.</returns>
    public Tensor Encode(Batch batch, Tensor? mask)
    {
        RequireOneChunk(batch);
        var image = batch.Image;
        using var scope = NewDisposeScope();
        var instances = image.transpose(1, 2);
        var (cases, count) = (instances.shape[0], instances.shape[1]);
        var real = mask is null ? instances.flatten(0, 1) : instances.index(mask);
        if (encoder is not null)
            real = real.shape[0] > 0 ? Encode(encoder, real, batch) : zeros([0, features], device: image.device);
        real = real.to(ScalarType.Float32);
        var all = mask is null
            ? real.reshape(cases, count, features)
            : zeros([cases, count, features], dtype: ScalarType.Float32, device: image.device).index_put_(real, mask);
        return all.MoveToOuterDisposeScope();
    }

    public void Dispose() => encoder?.Dispose();

    // Chunks are normalised one by one, and which images share one is another matter on each rank.
    private void RequireOneChunk(Batch batch)
    {
        if (batch.Part is not null && chunk is not null && encoder?.Module.modules().Any(part => part is BatchNorm) == true)
            throw new ExperimentException("an encoder that normalises over batches cannot be trained in several ranks with 'chunk': its statistics would be those of other chunks than in one process. Leave 'chunk' out, or train in one process.");
    }

    private static bool IsAlone(long images, Batch batch)
    {
        if (batch.Part is null)
            return images == 1;
        using var scope = NewDisposeScope();
        return batch.Total(tensor((double)images, device: batch.Image.device)).item<double>() == 1;
    }

    private Tensor Encode(IEncoder encoder, Tensor images, Batch batch)
    {
        var count = images.shape[0];
        if (encoder.Module.training && IsAlone(count, batch))
            return EncodeAlone(encoder, images);
        var size = chunk ?? count;
        var parts = new List<Tensor>();
        for (var start = 0L; start < count;)
        {
            // A last image alone joins those before it: there is no variance of one to normalise by.
            var taken = count - start - size == 1 && size > 1 ? size + 1 : Math.Min(size, count - start);
            parts.Add(encoder.Encode(taken == count ? images : images.narrow(0, start, taken)));
            start += taken;
        }

        return parts.Count == 1 ? parts[0] : cat(parts, 0);
    }

    // The only image of a batch of bags is normalised by the running statistics, as when it is predicted, and does not move them.
    private static Tensor EncodeAlone(IEncoder encoder, Tensor image)
    {
        BatchNorm[] learning = [.. encoder.Module.modules().OfType<BatchNorm>().Where(part => part.training)];
        foreach (var part in learning)
            part.eval();
        try
        {
            return encoder.Encode(image);
        }
        finally
        {
            foreach (var part in learning)
                part.train();
        }
    }
}
