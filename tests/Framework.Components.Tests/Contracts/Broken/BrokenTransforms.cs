namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Negates the pixels where they lie.</summary>
internal sealed class InPlaceTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context)
    {
        foreach (ref var pixel in sample.Image.Pixels)
            pixel = -pixel;
        return sample;
    }
}

/// <summary>Draws from a generator of its own.</summary>
internal sealed class OwnRandomTransform : ITransform
{
    private readonly Random _random = new(5);

    public bool IsRandom => true;

    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
        image.Pixels.Fill(_random.NextSingle());
        return sample.With(image);
    }
}

/// <summary>Draws, and says nothing of it.</summary>
internal sealed class SecretlyRandomTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
        image.Pixels.Fill((float)context.Random.NextDouble());
        return sample.With(image);
    }
}

/// <summary>Moves pixels by one along x, and the geometry not at all.</summary>
internal sealed class GeometryForgettingTransform : ITransform
{
    public Sample Apply(Sample sample, TransformContext context)
    {
        foreach (var (name, old) in sample.Images)
        {
            var image = context.Workspace.Allocate(old.Shape, old);
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = i % image.Width == 0 ? 0 : old.Pixels[i - 1];
            sample = sample.With(image, name);
        }

        return sample;
    }
}

/// <summary>Works in one buffer, whoever calls, and long enough to be called meanwhile.</summary>
internal sealed class OneBufferTransform : ITransform
{
    private float[] _buffer = [];

    public Sample Apply(Sample sample, TransformContext context)
    {
        var own = _buffer = new float[Math.Max(sample.Image.Length, 1)];
        for (var i = 0; i < sample.Image.Length; i++)
            own[i] = sample.Image.Pixels[i] + 1;
        Thread.Sleep(1);
        var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = _buffer[i % _buffer.Length];
        return sample.With(image);
    }
}

/// <summary>Keeps every sample, in case somebody asks.</summary>
internal sealed class HoardingTransform : ITransform
{
    private readonly List<Sample> _kept = [];

    public Sample Apply(Sample sample, TransformContext context)
    {
        lock (_kept)
            _kept.Add(sample);
        return sample;
    }
}
