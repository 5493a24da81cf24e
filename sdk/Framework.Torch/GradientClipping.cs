using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Keeps single batches from throwing the weights far off (Pascanu et al. 2013).</summary>
public static class GradientClipping
{
    // As torch.nn.utils.clip_grad_norm_ has it.
    private const double Epsilon = 1e-6;

    /// <summary>Scales all gradients by one factor, so that the Euclidean norm of all of them together is at most <paramref name="max"/>.</summary>
    /// <param name="gradients">Changed in place; on one device.</param>
    /// <param name="max">Above 0.</param>
    /// <returns>The norm before, computed in 32 bits as <c>torch.nn.utils.clip_grad_norm_</c> does; NaN or infinite where a gradient is, and then nothing is changed.</returns>
    /// <exception cref="EngineException">There is no bridge to libtorch.</exception>
    public static double ByNorm(Tensor[] gradients, double max)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        if (gradients.Length == 0)
            return 0;
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var norm = stack(Foreach.Norm(gradients)).norm().to(ScalarType.Float32).item<float>();
        var factor = (float)max / (norm + (float)Epsilon);
        if (float.IsFinite(norm) && factor < 1)
            Foreach.Multiply(gradients, factor);
        return norm;
    }
}
